//! What administrators change: units, grids, people, posts and leaders.

use whistle_app::{
    Ending, GridCode, LeaderLink, LeaderUnlink, New, NewGrid, NewPerson, NewPost, NewUnit, OtherGrid,
    OtherPerson, OtherUnit, PersonCode, PostId, UnitCode,
};

super::command::organisation_commands! {
    /// 设立单位.
    establish_unit at "/api/v1/units" takes Body<NewUnit>, answers CREATED "Established";

    /// 单位变更.
    change_unit of UnitCode "code" "The unit" at "/api/v1/units/{code}/change" takes Body<OtherUnit>;

    /// 撤销单位: nothing may hang from it any more. History names it for ever.
    retire_unit of UnitCode "code" "The unit" at "/api/v1/units/{code}/retire" takes OptionalBody<Ending>;

    /// 划定网格. Leaf grids never overlap.
    draw_grid at "/api/v1/grids" takes Body<NewGrid>, answers CREATED "Drawn";

    /// 网格调整.
    change_grid of GridCode "code" "The grid" at "/api/v1/grids/{code}/change" takes Body<OtherGrid>;

    /// 撤销网格: nobody may look after it any more.
    retire_grid of GridCode "code" "The grid" at "/api/v1/grids/{code}/retire" takes OptionalBody<Ending>;

    /// 人员登记.
    register_person at "/api/v1/people" takes Body<NewPerson>, answers CREATED "Registered";

    /// 人员变更.
    change_person of PersonCode "code" "The person" at "/api/v1/people/{code}/change" takes Body<OtherPerson>;

    /// 人员离任, with their posts, the units that they look after, and their shifts.
    person_leaves of PersonCode "code" "The person" at "/api/v1/people/{code}/leave" takes OptionalBody<Ending>;

    /// 任职.
    give_post at "/api/v1/posts" takes Body<NewPost>, answers CREATED "Given";

    /// 免职.
    end_post of PostId "id" "The post" at "/api/v1/posts/{id}/end" takes OptionalBody<Ending>;

    /// 联点: red cards of the unit are copied to the leader, who is called when the unit stays silent.
    link_leader at "/api/v1/leaders" takes Body<LeaderLink>, answers CREATED "Linked";

    /// 不再联点.
    unlink_leader at "/api/v1/leaders/unlink" takes Body<LeaderUnlink>;
}
