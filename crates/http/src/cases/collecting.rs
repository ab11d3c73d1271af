//! Many people, many items.

use whistle_app::{
    HouseholdVote, ItemList, ItemRestoration, Joining, RectificationClaim, RectificationOrder, Reinspection,
    Representation,
};

crate::command::case_commands! {
    /// 联名: somebody joins the case.
    complainants at "/api/v1/cases/{id}/complainants" takes Body<Joining>, answers CREATED "Joined";

    /// 推选代表: one of them speaks for all.
    representative at "/api/v1/cases/{id}/representative" takes Body<Representation>;

    /// 按户评价: one vote per household.
    votes at "/api/v1/cases/{id}/votes" takes Body<HouseholdVote>, answers CREATED "Voted";

    /// 问题清单: the items that are struck off one by one.
    items at "/api/v1/cases/{id}/items" takes Body<ItemList>, answers CREATED "Listed";

    /// 责令限期整改.
    order_rectification at "/api/v1/cases/{id}/order-rectification" takes Body<RectificationOrder>;

    /// The unit says that an item is put right.
    claim_rectified at "/api/v1/cases/{id}/claim-rectified" takes Body<RectificationClaim>;

    /// 复查、销号: never by the unit that put it right. An item that passes is struck off.
    reinspect at "/api/v1/cases/{id}/reinspect" takes Body<Reinspection>;

    /// 恢复: a struck-off item is open again.
    restore_item at "/api/v1/cases/{id}/restore-item" takes Body<ItemRestoration>;
}
