// Written by `npm run api` from openapi.json; not to be edited.
export interface paths {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts, open and closed, by user name, with their keys. No secret is in it: none is kept. */
        get: operations["list_accounts"];
        put?: never;
        /**
         * 开通账号: for a colleague or another system. The service makes the password and tells it once: the same request under
         *     the same key again answers with `password` null.
         */
        post: operations["open_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done with accounts and keys, for auditors and administrators. What `whistle user` does is not in it. */
        get: operations["access_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 关闭账号, for good: no password, session or key lets it in any more. Not one's own, nor that of the last administrator. */
        post: operations["close_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签发密钥: a bearer token for a program, told once. The same request under the same key again answers with `token` null. */
        post: operations["issue_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}/keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销密钥: it lets nobody in from now on. */
        post: operations["revoke_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重置密码: the service makes another password, tells it once and ends the account's sessions. Keys stay. The same request
         *     under the same key again answers with `password` null.
         */
        post: operations["replace_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作日历: what is known of the days of a year. */
        get: operations["calendar_year"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 期限计算: when a limit ends, and how that is counted. Without an account. */
        get: operations["calendar_due"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/local-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 本地放假、上班: for every end that is promised from now on. */
        post: operations["declare_local_day"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/local-days/{date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 撤销本地放假、上班. */
        delete: operations["withdraw_local_day"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 发布年度节假日安排: the same days again change nothing, others are a revision. Ends that were provisional for want of it
         *     are counted again; ends that were certain, and those that have run out, stay.
         */
        put: operations["publish_year"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases that the caller may see, newest first. */
        get: operations["list_cases"];
        put?: never;
        /** 吹哨: report a problem, with or without an account. */
        post: operations["raise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出案件: the cases that the caller may see, newest first, as a file; personal data masked as in the list.
         *     `Whistle-Position` tells up to which event the file knows.
         */
        get: operations["export_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One case, as fresh as the log, or as it was known at a moment of the past. Personal data is masked. A case of the past
         *     has no `ETag`: nothing can be done with it any more.
         */
        get: operations["read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补充更正: the reporter puts the report right; what it said before stays in the history. */
        post: operations["amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/answer-supervision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 督办回复, by the unit. */
        post: operations["answer_supervision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/appeal-score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申诉: a unit contests what the case cost it. */
        post: operations["appeal_score"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 回访: an attempt to ask the resident. */
        post: operations["callback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/claim-rectified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The unit says that an item is put right. */
        post: operations["claim_rectified"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结案: ends the case, once the resident was asked. */
        post: operations["close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/co-handlers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send further units that help or are told. */
        post: operations["co_handlers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/complainants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 联名: who has joined the case or came with one that became part of it, without their names. */
        get: operations["list_complainants"];
        put?: never;
        /** 联名: somebody joins the case. */
        post: operations["complainants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予支持: the neighbourhood does not stand behind the whistle. The reason is told to the resident. */
        post: operations["decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/dispatches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 派单: send departments. Their clocks start at once. Files the case first where that was not done. */
        post: operations["dispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/divert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 转引: another authority must be asked. The case stays on record. */
        post: operations["divert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/echo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 回音壁拟稿: propose words for the wall. A name, number, door or plate in them is refused. */
        post: operations["propose_echo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/echo/retract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 回音壁撤下: take the published words down. */
        post: operations["retract_echo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/echo/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 回音壁审核: publish or refuse what somebody else proposed. */
        post: operations["rule_echo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/endorse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审核通过: the neighbourhood stands behind the whistle. */
        post: operations["endorse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 逐级上报: passed up to a higher level. */
        post: operations["escalate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 立案: pins category, kind and policy version. Dispatching does it by itself where it was not done. */
        post: operations["file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/handle-locally": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 就地化解: solved without departments. */
        post: operations["handle_locally"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The complete history of a case, for supervisors and auditors. */
        get: operations["history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/history/leaves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the hashes of the history were computed over, so that a browser computes them anew.
         * @description For each event every field that its leaf hash covers, metadata and payload as the bytes that are stored. For those
         *     who may read the history, page by page.
         */
        get: operations["leaves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/hold-joint-action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The joint action is over; who did not sign in is noted as absent. */
        post: operations["hold_joint_action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 问题清单: the items that are struck off one by one. */
        post: operations["items"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/joint-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 联合行动: units that were sent meet on site. */
        post: operations["joint_actions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/lift-supervision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除督办. */
        post: operations["lift_supervision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 关联: another case has to do with this one. */
        post: operations["link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/look-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 回头看: is it still good, weeks later? A relapse reopens the case. */
        post: operations["look_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 并案: the case goes on as part of another. Everybody who complained here is kept there. */
        post: operations["merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 节点完成: a stage is reached. */
        post: operations["milestones"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/not-accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予受理: not a matter for this service, on one of nine grounds. The reason is told to the resident. */
        post: operations["not_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/order-rectification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 责令限期整改. */
        post: operations["order_rectification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/orphan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 无头事项: no unit is found whose duty it is. The unit for orphan matters leads until one is. */
        post: operations["orphan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The photographs of a case, each with those that the same unit showed in other cases and that look like it. That is a hint
         *     for whoever supervises: photographs of the same door are alike too.
         */
        get: operations["photos_of_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 计划: the stages of the work, each with an end of its own. */
        post: operations["plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the resident is told of a case, exactly as the holder of its query code is: for residents their own cases, for the
         *     staff what the resident has before them when they call.
         */
        get: operations["case_progress"];
        put?: never;
        /** 进展: how planned work comes along. */
        post: operations["progress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 评价: the resident rates their own case. */
        post: operations["rate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/reclassify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新归类: category or kind were wrong. The policy version stays; running clocks are counted anew from where they started. */
        post: operations["reclassify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/reinspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 复查、销号: never by the unit that put it right. An item that passes is struck off. */
        post: operations["reinspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新办理: a closed case goes on. */
        post: operations["reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/representative": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 推选代表: one of them speaks for all. */
        post: operations["representative"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/request-exclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 剔除申请: the case should not count in the scores. */
        post: operations["request_exclusion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/request-forced-closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 强制结案申请. */
        post: operations["request_forced_closing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/restore-item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复: a struck-off item is open again. */
        post: operations["restore_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除挂账: work goes on, with the time that was left. */
        post: operations["resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/review-suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 挂账复核: the obstacle is still there. */
        post: operations["review_suspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 派单建议: the units that the policy names for this case, and what was ruled in others like it. */
        get: operations["routing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/rule-exclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 剔除审批: never by whoever asked. The case stays in sight. */
        post: operations["rule_exclusion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/rule-forced-closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 强制结案审批: never by whoever asked. */
        post: operations["rule_forced_closing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/rule-score-appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申诉处理. */
        post: operations["rule_score_appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/rule-suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 挂账审批: never by whoever asked. */
        post: operations["rule_suspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不满意件销号: the exit of a dissatisfied case. Redone, analysed, extended or transferred; there is no fifth way. */
        post: operations["settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签到: a unit is at the joint action. */
        post: operations["sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/supervise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 督办: reminder, yellow card, red card, written or elevated supervision. */
        post: operations["supervise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 挂账申请: asks for the case to be parked. Somebody else decides. */
        post: operations["suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核查: is the handling good? Never by the handling unit. */
        post: operations["verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按户评价: one vote per household. */
        post: operations["votes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回: the reporter takes the whistle back, before departments are sent. */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 事项目录: the categories in which a whistle can be raised. */
        get: operations["categories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A department's work list: the dispatches that the caller may see, the most urgent first. */
        get: operations["list_dispatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出派单: the dispatches that the caller may see, the most urgent first, as a file; personal data masked as in the
         *     list. `Whistle-Position` tells up to which event the file knows.
         */
        get: operations["export_dispatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接单: the department takes the matter as its own. */
        post: operations["accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 联系诉求人: the resident knows who looks after it. */
        post: operations["contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{id}/explain-overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 逾期说明: why it is late, what was done, what comes next. */
        post: operations["explain_overdue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理反馈: the department says that it is done. */
        post: operations["feedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{id}/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 处置措施: the department records what it does. */
        post: operations["measures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A helping unit is not needed any more. */
        post: operations["release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报到: the department reports for duty. */
        post: operations["report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{id}/request-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 延期申请: before the clock runs out. */
        post: operations["request_extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{id}/request-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退单申请: not our duty. Before accepting, once, within a working day, and never in an emergency. */
        post: operations["request_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{id}/rule-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 延期审批: never by whoever asked. The resident is told. */
        post: operations["rule_extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{id}/rule-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退单审批. The second request of a case is decided finally, by the senior level. */
        post: operations["rule_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签收: the department signs for the dispatch. */
        post: operations["sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改派: another unit takes over. The end of the clock does not move. */
        post: operations["transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 值班表: who is on duty and who will be, and who is called when nobody answers. Names and numbers are masked for
         *     everybody but administrators.
         */
        get: operations["duty_roster"];
        put?: never;
        /** 值班安排. Shifts of one unit do not overlap. */
        post: operations["set_duty_shift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-shifts/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 值班取消: a shift to come does not take place, one under way ends now. */
        post: operations["cancel_duty_shift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/echo-wordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待审稿: words for the wall that wait until somebody else has checked that nobody is recognised in them, within the
         *     caller's area.
         */
        get: operations["echo_wordings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens, as it happens, as server-sent events. `id` is the position: a client that comes back with
         *     `Last-Event-ID` misses nothing.
         */
        get: operations["stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 网格: where a whistle can be raised. */
        get: operations["grids"];
        put?: never;
        /** 划定网格. Leaf grids never overlap. */
        post: operations["draw_grid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grids/{code}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 网格调整. */
        post: operations["change_grid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grids/{code}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销网格: nobody may look after it any more. */
        post: operations["retire_grid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 系统对接: every system that is told what happens, how far it was told, and what the last attempt came to. */
        get: operations["list_integrations"];
        put?: never;
        /**
         * 接入系统: it is told what happens, signed, in the order of the log, at least once. The service makes the secret with which it
         *     signs and tells it once: the same request under the same key again answers with `secret` null.
         */
        post: operations["open_integration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 断开系统, for good: it is told no more, and its secret is destroyed. */
        post: operations["close_integration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 暂停推送: nothing is sent until it is resumed; what happens meanwhile waits. */
        post: operations["pause_integration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/replace-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更换签名密钥: the service makes another secret and tells it once. The one before signs as well for another 24 hours, so that
         *     nothing is refused meanwhile. The same request under the same key again answers with `secret` null.
         */
        post: operations["replace_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新推送: it is told once more what stands after a position of the log. */
        post: operations["replay_integration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复推送, beginning at once with what waited. */
        post: operations["resume_integration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 测试推送: a signed delivery without events, sent at once, also to a system that is paused; answers what came back, within
         *     some twelve seconds. Nothing is written down, because nothing changes.
         */
        post: operations["try_integration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 联点: red cards of the unit are copied to the leader, who is called when the unit stays silent. */
        post: operations["link_leader"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leaders/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不再联点. */
        post: operations["unlink_leader"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 台账: problems, who must put them right, and whether they are struck off, within the caller's area. What ended
         *     without having been handled (declined, not accepted, diverted, merged, withdrawn) has left it.
         */
        get: operations["ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出台账: the lines that the caller may see, the newest case first, its items below it, as a file.
         *     `Whistle-Position` tells up to which event the file knows.
         */
        get: operations["export_ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account that asks. */
        get: operations["whoami"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 责任到人: grids without exactly one responsible person and points without a grid, now and at the last nightly check. */
        get: operations["organisation_gaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The complete history of the organisation, for supervisors, auditors and administrators. Names stay sealed. */
        get: operations["organisation_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 人员: who is there and what is planned: their posts, the units they look after, their hours of duty. Names and numbers
         *     are masked for everybody but administrators.
         */
        get: operations["list_people"];
        put?: never;
        /** 人员登记. */
        post: operations["register_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{code}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 人员变更. */
        post: operations["change_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{code}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 人员离任, with their posts, the units that they look after, and their shifts. */
        post: operations["person_leaves"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传照片: take a picture in, with or without an account. It is made anew as JPEG, upright, with no side longer than 2,048
         *     pixels, and nothing is kept that came with it (position, device, time). A command uses it by its id, for one case; what no
         *     command uses within 24 hours is gone. At most 10 MiB and 64 million pixels.
         */
        post: operations["take_photo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/photos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A photograph, for those who see its case, or hold its number and code. Of a confidential report only the resident and those
         *     who take reports in see the photographs; the resident sees those of the work once it was found good.
         */
        get: operations["show_photo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every policy that was ever adopted. */
        get: operations["list_policies"];
        put?: never;
        /** 政策启用: new cases are filed under this policy; those filed before keep the one that they pinned. */
        post: operations["adopt_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One policy, word for word. */
        get: operations["read_policy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 任职. */
        post: operations["give_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 免职. */
        post: operations["end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/precedents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 判例: what was ruled on returns in the whole district, the newest first, for those who rule and those who audit it. */
        get: operations["list_precedents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/cases/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress of a case, for whoever holds its code. A wrong number and a wrong code are both 404. */
        get: operations["public_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/cases/{number}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补充更正: put one's report right with its code, without an account. */
        post: operations["public_amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/cases/{number}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 评价: rate a closed case with its code, without an account. */
        post: operations["public_rate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/cases/{number}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回: take one's whistle back with its code, before departments are sent. */
        post: operations["public_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/echo-wall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 回音壁: what residents of a neighbourhood asked in a month, and what came of it. Every case of the month is counted,
         *     also one that is not solved yet; nobody is named, and no number or day tells whose it was.
         */
        get: operations["echo_wall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registers/{register}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 台账: the cases on a register, within the caller's area. `parked`, `awaiting_decision`, `echo_wording`, `disputed`,
         *     `orphan`, `dissatisfied`, `supervised`, `planned`, `open_items`, `signed_automatically`, `force_closed`, `excluded`,
         *     `look_back` or `red_card`.
         */
        get: operations["register"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/report-packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The packs of a year. */
        get: operations["list_report_packs"];
        put?: never;
        /**
         * 定稿: the pack of a period that is over, with its figures, its text and the position of the log that they are true at.
         *     Each is frozen once: a second time is refused, and the first stays as it is.
         */
        post: operations["freeze_report_pack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/report-packs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pack, as it was frozen. */
        get: operations["read_report_pack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/report-packs/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出报告包: its text, or its figures as a sheet. */
        get: operations["export_report_pack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/backlog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 积压: what every department still owes, within the caller's area. */
        get: operations["backlog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/backlog/grids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 网格积压: the open cases of every grid that has any, within the caller's area. Cases are counted here, dispatches in the
         *     backlog of departments.
         */
        get: operations["grid_backlog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 数字溯源: the cases behind a figure. Together they count as often as it says. */
        get: operations["explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 考核得分: who comes before whom, with the escape rates beside it, within the caller's area. */
        get: operations["scores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/sla": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 时限报表: what was due in the period, and what became of it, within the caller's area. A department sees its own row. */
        get: operations["sla"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/sla/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出时限报表: a row for each key and one of everything, with each rate beside what it divides by what, as a file. The
         *     parameters are those of the report. `Whistle-Position` tells up to which event the file knows.
         */
        get: operations["export_sla_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 假设推演: the deadlines of a past period counted again from where they began, under another policy or calendar, and set
         *     beside what really was. Nothing is written; what people did, they did when they did it.
         */
        post: operations["what_if"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in with a password; sets the session cookie. */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End the session that the cookie names, and take the cookie away; also when the session is over, because no page can take
         *     it away itself. A bearer token is left alone.
         */
        delete: operations["logout"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位: departments, streets, communities, compounds. */
        get: operations["units"];
        put?: never;
        /** 设立单位. */
        post: operations["establish_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 单位变更. */
        post: operations["change_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销单位: nothing may hang from it any more. History names it for ever. */
        post: operations["retire_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An event, with the names that tables know for what it names. */
        AccessEntry: components["schemas"]["HistoryEntry"] & {
            /** @description The user name of who acted. */
            by?: string | null;
            /** @description What the integration is called, where it is about one. */
            integration?: string | null;
            /** @description What the key is for, where it is about one. */
            label?: string | null;
            /** @description The user name of the account; nothing where the account was written down and never made. */
            username?: string | null;
        };
        /** @description A part of the history. */
        AccessHistoryPage: {
            /** @description Every event of the part, in the order that was asked for. */
            items: components["schemas"]["AccessEntry"][];
            /** @description Where the next part begins; nothing after the last. */
            next_cursor?: string | null;
        };
        /** @description An account. There is no secret in it. */
        AccountItem: {
            /** @description The unit whose area it sees, where that is said. */
            area?: string | null;
            /**
             * Format: date-time
             * @description When it was closed.
             */
            closed_at?: string | null;
            /** @description What colleagues see. */
            display_name?: string | null;
            /**
             * Format: uuid
             * @description The account, as events name it.
             */
            id: string;
            /** @description Its keys, at most 40: those that let in first, and the newest first among them. */
            keys: components["schemas"]["KeyView"][];
            /**
             * Format: date-time
             * @description When it was opened.
             */
            opened_at: string;
            /** @description What it may do. */
            role: components["schemas"]["Role"];
            /** @description Whether it may come in. */
            state: components["schemas"]["AccountState"];
            /** @description The unit in which it is posted. */
            unit?: string | null;
            /** @description The name to sign in with. */
            username: string;
        };
        /** @description A part of the list. */
        AccountPage: {
            /** @description By user name. */
            items: components["schemas"]["AccountItem"][];
            /** @description Where the next part begins; nothing after the last. */
            next_cursor?: string | null;
        };
        /**
         * @description Whether an account may come in.
         * @enum {string}
         */
        AccountState: "open" | "closed";
        /** @description An account, as its owner sees it. */
        AccountView: {
            /** @description The unit whose area it may see. */
            area_unit?: string | null;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description What the account may do. */
            role: components["schemas"]["Role"];
            /** @description The unit in which it is posted. */
            unit?: string | null;
            /** @description The name to log in with. */
            username: string;
        };
        /** @description What is put right; what is left out stays as it was. */
        Amendment: {
            /** @description The new story. */
            description?: string | null;
            /** @description Photographs that are added, by the ids of `POST /api/v1/photos`; at most six. */
            photos?: string[];
            /** @description The new line. */
            title?: string | null;
        };
        /**
         * @description 转引: where to.
         * @enum {string}
         */
        Authority: "police" | "fire_service" | "ambulance" | "petition" | "court";
        /** @description What every department still owes, most first. */
        Backlog: {
            items: components["schemas"]["DepartmentBacklog"][];
            /** @description Always nothing: there are only so many departments. */
            next_cursor?: string | null;
        };
        /** @description A case or a dispatch behind a figure. */
        Behind: {
            /** @description Whether a ruling laid it on that unit, which never held it. */
            borne: boolean;
            /** Format: uuid */
            case_id: string;
            category: string;
            /** Format: date-time */
            closed_at?: string | null;
            /**
             * Format: date-time
             * @description The instant that puts it into the period.
             */
            counted_at: string;
            /**
             * Format: int64
             * @description And in the denominator.
             */
            denominator: number;
            /**
             * Format: uuid
             * @description The dispatch, where dispatches are counted.
             */
            dispatch?: string | null;
            /** Format: date-time */
            due_at?: string | null;
            excluded: boolean;
            /** @description The case number. */
            number: string;
            /**
             * Format: int64
             * @description How often it counts in the numerator.
             */
            numerator: number;
            parked: boolean;
            /** Format: date-time */
            responded_at?: string | null;
            /** Format: date-time */
            response_due_at?: string | null;
            /**
             * Format: int32
             * @description 1 to 5.
             */
            satisfaction?: number | null;
            /** Format: date-time */
            sign_due_at?: string | null;
            /** Format: date-time */
            signed_at?: string | null;
            /** @description Whether it is solved for the resident. */
            solved?: boolean | null;
            /** Format: date-time */
            started_at: string;
            /** @description The unit that answers for it. */
            unit?: string | null;
        };
        /** @description What is known of the days of a year. */
        CalendarYearView: {
            /** @description Every day that is off, or a working day, for another reason than its weekday. */
            days: components["schemas"]["NotedDay"][];
            /**
             * @description Whether its arrangement is known. Otherwise weekends and statutory days are off, and every end counted through it
             *     is provisional.
             */
            published: boolean;
            /** @description When the notice came out. */
            published_on?: string | null;
            /**
             * Format: int32
             * @description How often the year was published.
             */
            revision?: number | null;
            /** @description The notice, where the year was published to this service. */
            source?: string | null;
            /**
             * Format: int32
             * @description Working days of the year.
             */
            workdays: number;
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description What came of it. */
        Callback: {
            /** @description In their words, or what was tried. */
            comment?: string | null;
            /** @description Whether somebody answered. */
            reached: boolean;
            /**
             * Format: int32
             * @description 1 (very dissatisfied) to 5 (very satisfied); needed when somebody answered.
             */
            satisfaction?: number | null;
            /** @description Solved? Needed when somebody answered. */
            solved?: boolean | null;
        };
        /** @description Callback attempts. */
        CallbackView: {
            /**
             * Format: int32
             * @description 1 to 5.
             */
            satisfaction?: number | null;
            /** @description Whether the resident said that it is solved. */
            solved?: boolean | null;
            /** @description Attempts that reached nobody. */
            unanswered: number;
        };
        /** @description A step of the way up. */
        CalledView: {
            person?: components["schemas"]["OfficerView"] | null;
            /** @description For which unit. */
            unit: string;
            /** @description `on_duty`, `leader_in_charge` or `linked_leader`. */
            why: string;
        };
        /** @description What a command on a case answers with. */
        CaseAnswer: {
            /**
             * @description The ids of what the command made, in its order: complainants, items, a joint action, a supervision, an appeal,
             *     dispatches. The next command on one of them names it by this id.
             */
            created: string[];
            /** @description The departments sent so far. */
            dispatches: components["schemas"]["DispatchView"][];
            /**
             * Format: uuid
             * @description Which case.
             */
            id: string;
            /** @description The case number. */
            number: string;
            /** @description Where the case stands now. */
            status: components["schemas"]["CaseStatus"];
            /**
             * Format: int32
             * @description Its version now.
             */
            version: number;
        };
        /** @description Cases, newest first. */
        CaseList: {
            items: components["schemas"]["CaseListItem"][];
            /** @description Where the next page begins; nothing on the last. */
            next_cursor?: string | null;
        };
        /** @description A case in a list. */
        CaseListItem: {
            /** @description Category code. */
            category: string;
            /** Format: date-time */
            closed_at?: string | null;
            confidential: boolean;
            /** @description Units sent. */
            departments: string[];
            /**
             * Format: date-time
             * @description By when it must be closed.
             */
            due_at?: string | null;
            grid: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description When the lead was sent.
             */
            issued_at?: string | null;
            kind: components["schemas"]["WhistleKind"];
            lamp?: components["schemas"]["Lamp"] | null;
            /** @description The unit that leads. */
            lead?: string | null;
            /** @description The level that holds the case. */
            level: components["schemas"]["Level"];
            /** @description The case number. */
            number: string;
            /** Format: date-time */
            raised_at: string;
            /**
             * Format: int32
             * @description Times the handling was sent back.
             */
            reworks: number;
            /**
             * Format: int32
             * @description The resident's rating: 1 to 5.
             */
            satisfaction?: number | null;
            /** @description The resident's rating: solved? */
            solved?: boolean | null;
            /** @description Channel. */
            source: string;
            /** @description Where the case stands. */
            status: components["schemas"]["CaseStatus"];
            /** @description The unit responsible for the grid when the whistle was raised. */
            territorial_unit: string;
            /** @description One line, personal data masked. */
            title: string;
            /** Format: int32 */
            version: number;
        };
        /**
         * @description Where a case stands.
         * @enum {string}
         */
        CaseStatus: "raised" | "declined" | "endorsed" | "handled_locally" | "filed" | "dispatched" | "in_handling" | "verification" | "callback" | "dissatisfied" | "closed" | "not_accepted" | "diverted" | "merged" | "withdrawn";
        /** @description A case. */
        CaseView: {
            /** @description Cases that became part of it. */
            absorbed: string[];
            /** @description Callback attempts of the present round. */
            callback: components["schemas"]["CallbackView"];
            /** @description Category in force. */
            category: string;
            /** @description 核查、回访、回头看、评价, oldest first; for the staff. */
            checks: components["schemas"]["CheckView"][];
            /** @description The clocks of the case as a whole; those of dispatches are with them. */
            clocks: components["schemas"]["ClockView"][];
            /**
             * Format: date-time
             * @description When it was closed.
             */
            closed_at?: string | null;
            /** @description Whether the reporter's identity stays with the intake. */
            confidential: boolean;
            /** @description 首接负责: the unit that stays in touch with the resident. */
            contact_unit?: string | null;
            /** @description The whole story, personal data masked. */
            description: string;
            /** @description Whether the lead was finally determined (审定). */
            determined: boolean;
            /** @description The departments sent. */
            dispatches: components["schemas"]["DispatchView"][];
            /** @description The short form of the number, for people. */
            display_number: string;
            /** @description 退单, and what became of it. */
            disputes: components["schemas"]["DisputeView"][];
            /** @description The exits that a dissatisfied case took: `redo`, `analysis`, `extension`, `transfer`; nothing for one that waits. */
            dissatisfactions: (components["schemas"]["DissatisfactionExit"] | null)[];
            /**
             * Format: date-time
             * @description By when it must be closed; nothing before the dispatch, and for planned work.
             */
            due_at?: string | null;
            echo?: components["schemas"]["EchoView"] | null;
            ending?: components["schemas"]["EndingView"] | null;
            /** @description Whether it was left out of the scores. */
            excluded: boolean;
            /** @description Whether it was closed by force. */
            forced: boolean;
            /** @description Which unit answers for which stretch of time. */
            holdings: components["schemas"]["HoldingView"][];
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            imported?: components["schemas"]["ImportedView"] | null;
            /** @description 问题清单. */
            items: components["schemas"]["ItemView"][];
            /** @description 联合行动. */
            joint_actions: components["schemas"]["JointActionView"][];
            /** @description Kind in force: `appeal`, `law`, `emergency`, `key` or `mediation`. */
            kind: components["schemas"]["WhistleKind"];
            lamp?: components["schemas"]["Lamp"] | null;
            /** @description The level that holds the case: `building`, `compound`, `community`, `street` or `district`. */
            level: components["schemas"]["Level"];
            /** @description Cases that have to do with it. */
            linked: string[];
            local_result?: components["schemas"]["LocalResultView"] | null;
            /** @description Where it is. */
            location: components["schemas"]["LocationView"];
            /** @description Times it was looked at again since it was closed. */
            look_backs: number;
            /** @description The case number. */
            number: string;
            /** @description The unit that owns it as an orphan matter (无头事项). */
            orphan_owner?: string | null;
            /** @description Whose matter it is. */
            people: components["schemas"]["PeopleView"];
            /** @description 延期、强制结案、剔除、申诉: what was asked for, and the answers. */
            petitions: components["schemas"]["PetitionView"][];
            /** @description The photographs that the caller may see. */
            photos: components["schemas"]["PhotoView"][];
            plan?: components["schemas"]["PlanView"] | null;
            /**
             * Format: int32
             * @description The policy version under which it is judged.
             */
            policy_version?: number | null;
            /**
             * Format: date-time
             * @description When it was raised.
             */
            raised_at: string;
            rating?: components["schemas"]["RatingView"] | null;
            /**
             * Format: int32
             * @description Times it was reopened.
             */
            reopenings: number;
            /**
             * Format: uuid
             * @description 重复诉求: the closed case that it repeats; for those of the staff who may see that one too.
             */
            repeats?: string | null;
            reporter?: components["schemas"]["ReporterView"] | null;
            resolved_at_level?: components["schemas"]["Level"] | null;
            /**
             * Format: int32
             * @description Times the handling was sent back.
             */
            reworks: number;
            /** @description Channel. */
            source: string;
            /**
             * @description Where the case stands: `raised`, `declined`, `endorsed`, `handled_locally`, `filed`, `dispatched`, `in_handling`, `verification`,
             *     `callback`, `dissatisfied`, `closed`, `not_accepted`, `diverted`, `merged` or `withdrawn`.
             */
            status: components["schemas"]["CaseStatus"];
            /** @description 督办. */
            supervisions: components["schemas"]["SupervisionView"][];
            suspension?: components["schemas"]["SuspensionView"] | null;
            /** @description One line, personal data masked. */
            title: string;
            /**
             * Format: int32
             * @description Its version; also the `ETag`.
             */
            version: number;
        };
        /** @description Every category of the current policy. */
        Categories: {
            items: components["schemas"]["CategoryItem"][];
            /**
             * Format: int32
             * @description The policy version.
             */
            policy_version: number;
        };
        /** @description 事项. */
        CategoryItem: {
            code: string;
            /** @description The kind of whistle that it usually is. */
            kind: components["schemas"]["WhistleKind"];
            /** @description 大类. */
            major: string;
            /** @description 小类. */
            minor: string;
        };
        /**
         * @description Differences to the period before: counts relative to it (0.1 is a tenth more), rates in points (0.1 is ten percentage
         *     points more). Null where either is not known.
         */
        Change: {
            /** Format: double */
            closed?: number | null;
            /** Format: double */
            due?: number | null;
            /** Format: double */
            on_time_rate?: number | null;
            /** Format: double */
            open_overdue?: number | null;
            /** Format: double */
            resolution_rate?: number | null;
            /** Format: double */
            response_rate?: number | null;
            /** Format: double */
            satisfaction_rate?: number | null;
        };
        /**
         * @description 核查、回访、回头看、评价: how a result was looked at.
         * @enum {string}
         */
        CheckKind: "verification" | "callback" | "look_back" | "rating";
        /**
         * @description What came of looking at a result, or of asking.
         * @enum {string}
         */
        CheckOutcome: "passed" | "failed" | "impossible" | "solved" | "unsolved" | "unanswered";
        /** @description 核查、回访、回头看、评价: somebody looked, or the resident was asked. */
        CheckView: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description `verification`, `callback`, `look_back` or `rating`. */
            kind: components["schemas"]["CheckKind"];
            /** @description What was seen or said, personal data masked. */
            note: string;
            /** @description `passed`, `failed` or `impossible` for those who looked; `solved`, `unsolved` or `unanswered` for the resident. */
            outcome: components["schemas"]["CheckOutcome"];
            /** @description The role of whoever looked or asked. */
            role: components["schemas"]["Role"];
            /**
             * Format: int32
             * @description How satisfied the resident is, 1 to 5.
             */
            satisfaction?: number | null;
            /** @description Their unit. */
            unit?: string | null;
        };
        /** @description A clock. */
        ClockView: {
            /**
             * @description Of a dispatch `sign_in`, `report`, `contact` and `close`; of the whole case `case_close`, `milestone`, `progress` and
             *     `supervision`.
             */
            clock: components["schemas"]["DeadlineKind"];
            /**
             * Format: date-time
             * @description Its end, which is still in time.
             */
            due_at: string;
            lamp?: components["schemas"]["Lamp"] | null;
            /**
             * Format: date-time
             * @description When what it demands was done.
             */
            met_at?: string | null;
            /**
             * Format: int32
             * @description Which stage of the plan, counted from one.
             */
            milestone?: number | null;
            /**
             * Format: uuid
             * @description Which supervision is to be answered.
             */
            supervision?: string | null;
            /** @description The unit that answers for the time. */
            unit: string;
            /**
             * Format: date-time
             * @description From when its end is near.
             */
            warn_at: string;
        };
        /** @description The closing words. */
        Closing: {
            /** @description Told to the resident. */
            reason?: string | null;
        };
        /** @description What whoever holds the query code gets back. */
        CodeAnswer: {
            /** @description The case number. */
            number: string;
            /** @description Where the case stands. */
            status: components["schemas"]["CaseStatus"];
            /**
             * Format: int32
             * @description Its version.
             */
            version: number;
        };
        /** @description What is put right; what is left out stays as it was, and the secret that makes it theirs. */
        CodedAmendment: {
            /** @description The code on the receipt. */
            code: string;
            /** @description The new story. */
            description?: string | null;
            /** @description Photographs that are added, by the ids of `POST /api/v1/photos`; at most six. */
            photos?: string[];
            /** @description The new line. */
            title?: string | null;
        };
        /** @description The resident's verdict, and the secret that makes it theirs. */
        CodedRating: {
            /** @description The code on the receipt. */
            code: string;
            /** @description In their words. */
            comment?: string | null;
            /**
             * Format: int32
             * @description 1 (very dissatisfied) to 5 (very satisfied).
             */
            satisfaction: number;
            /** @description Is the problem gone? */
            solved: boolean;
        };
        /** @description Why it is taken back, and the secret that makes it theirs. */
        CodedWithdrawal: {
            /** @description The code on the receipt. */
            code: string;
            /** @description Why. */
            reason: string;
        };
        /** @description Who complains together, in the order in which they came. */
        ComplainantList: {
            items: components["schemas"]["ComplainantView"][];
            /** @description Always nothing: a case has only so many. */
            next_cursor?: string | null;
        };
        /** @description Somebody whose matter a case is, beside its reporter. */
        ComplainantView: {
            /**
             * Format: uuid
             * @description The case in which they complained, where it was another that became part of this one.
             */
            from_case?: string | null;
            /** @description Whether their household is known; those of one have one vote. */
            household_known: boolean;
            /**
             * Format: uuid
             * @description Identity within the case.
             */
            id: string;
            /** @description Whether they speak for all. */
            representative: boolean;
            /** @description Whether their household has voted in this round. */
            voted: boolean;
        };
        /** @description 联系诉求人. */
        Contact: {
            /** @description What was said. */
            note: string;
        };
        /**
         * @description What a clock demands.
         * @enum {string}
         */
        DeadlineKind: "sign_in" | "report" | "contact" | "close" | "case_close" | "milestone" | "progress" | "supervision";
        /**
         * @description The answer to what somebody else asked for.
         * @enum {string}
         */
        Decision: "approve" | "refuse";
        /** @description What one department still owes. */
        DepartmentBacklog: {
            /**
             * @description 库龄: the same by age since the issue, `within_1_day` to `within_30_days` and `over_30_days`; each beyond the band
             *     before it.
             */
            by_age: {
                [key: string]: number;
            };
            /** @description The same by lamp. */
            by_lamp: {
                [key: string]: number;
            };
            /** @description The same by state. */
            by_state: {
                [key: string]: number;
            };
            department: string;
            /** @description Its name. */
            name?: string | null;
            /**
             * Format: date-time
             * @description When the oldest of them was issued.
             */
            oldest: string;
            /**
             * Format: int64
             * @description Dispatches it still owes something on.
             */
            open: number;
            /**
             * Format: int64
             * @description How many have a clock that has run out.
             */
            overdue: number;
        };
        /** @description What a command on a dispatch answers with. */
        DispatchAnswer: components["schemas"]["DispatchView"] & {
            /**
             * Format: uuid
             * @description Its case.
             */
            case_id: string;
            /** @description Where the case stands now. */
            status: components["schemas"]["CaseStatus"];
            /**
             * Format: int32
             * @description The version of the case now.
             */
            version: number;
        };
        /** @description Dispatches, the most urgent first. */
        DispatchList: {
            items: components["schemas"]["DispatchListItem"][];
            /** @description Where the next page begins; nothing on the last. */
            next_cursor?: string | null;
        };
        /** @description A dispatch in a list. */
        DispatchListItem: {
            /** Format: date-time */
            accepted_at?: string | null;
            /** Format: uuid */
            case_id: string;
            /** @description Category code. */
            category: string;
            /** Format: date-time */
            contact_due_at?: string | null;
            /** @description The unit that was sent. */
            department: string;
            /** Format: date-time */
            discharged_at?: string | null;
            /** Format: date-time */
            due_at?: string | null;
            /** Format: date-time */
            fed_back_at?: string | null;
            grid: string;
            /** Format: uuid */
            id: string;
            /** @description What is asked, personal data masked. */
            instruction: string;
            /** Format: date-time */
            issued_at: string;
            kind: string;
            lamp?: components["schemas"]["Lamp"] | null;
            /** @description The unit responsible by trade. */
            line_owner: string;
            /** Format: int32 */
            measures: number;
            /** @description The case number. */
            number: string;
            /** @description Whether a clock has run out. */
            overdue: boolean;
            /** Format: date-time */
            report_due_at: string;
            /** Format: date-time */
            reported_at?: string | null;
            /** Format: int32 */
            reworks: number;
            /** @description `lead`, `co_handler` or `notified`. */
            role: components["schemas"]["DispatchRole"];
            /** Format: date-time */
            sign_due_at: string;
            /** Format: date-time */
            signed_at?: string | null;
            /** @description How far it has come. */
            state: components["schemas"]["DispatchState"];
            /** @description The unit responsible by territory. */
            territorial_owner: string;
            /** @description One line, personal data masked. */
            title: string;
        };
        /**
         * @description What a unit asks for that was sent.
         * @enum {string}
         */
        DispatchRequest: "return" | "extension";
        /**
         * @description What a dispatch asks of its unit.
         * @enum {string}
         */
        DispatchRole: "lead" | "co_handler" | "notified";
        /**
         * @description How far a dispatch has come.
         * @enum {string}
         */
        DispatchState: "issued" | "signed" | "reported" | "accepted" | "feedback_submitted" | "rework" | "verified" | "recalled" | "discharged";
        /** @description One department's share. */
        DispatchView: {
            /**
             * Format: date-time
             * @description When it accepted.
             */
            accepted_at?: string | null;
            called?: components["schemas"]["EscalationView"] | null;
            /** @description Its clocks, in the view of a case alone: a command is answered alike whenever it is repeated. */
            clocks?: components["schemas"]["ClockView"][];
            /**
             * Format: date-time
             * @description By when the resident must be contacted.
             */
            contact_due_at?: string | null;
            /**
             * Format: date-time
             * @description When the resident was contacted.
             */
            contacted_at?: string | null;
            /** @description The unit. */
            department: string;
            /**
             * Format: date-time
             * @description By when it must be done.
             */
            due_at?: string | null;
            /**
             * Format: int32
             * @description Steps of the chain of duty that were called.
             */
            escalated: number;
            /**
             * Format: int32
             * @description Extensions granted.
             */
            extensions: number;
            /**
             * Format: date-time
             * @description When it last fed back.
             */
            fed_back_at?: string | null;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was issued.
             */
            issued_at: string;
            /**
             * Format: int32
             * @description Measures recorded.
             */
            measures: number;
            /** @description Whether any of these ran into a year of which nobody has published the working days; it is counted again then. */
            provisional: boolean;
            recalled?: components["schemas"]["RecallCause"] | null;
            /**
             * Format: int32
             * @description 红牌.
             */
            red_cards: number;
            /**
             * Format: date-time
             * @description By when the department must report for duty.
             */
            report_due_at: string;
            /**
             * Format: date-time
             * @description When the department reported for duty.
             */
            reported_at?: string | null;
            /**
             * Format: int32
             * @description Times it was sent back.
             */
            reworks: number;
            /** @description `lead`, `co_handler` or `notified`. */
            role: components["schemas"]["DispatchRole"];
            /**
             * Format: date-time
             * @description By when it must be signed for.
             */
            sign_due_at: string;
            /**
             * Format: date-time
             * @description When it was signed for.
             */
            signed_at?: string | null;
            /** @description 自动签收: nobody signed in time. */
            signed_automatically: boolean;
            /**
             * @description How far it has come: `issued`, `signed`, `reported`, `accepted`, `feedback_submitted`, `rework`, `verified`,
             *     `recalled` or `discharged`.
             */
            state: components["schemas"]["DispatchState"];
            work?: components["schemas"]["WorkView"] | null;
            /**
             * Format: int32
             * @description 黄牌.
             */
            yellow_cards: number;
        };
        /** @description Who must act. */
        Dispatches: {
            /** @description 协办: units that must act too. */
            co_handlers?: string[];
            /** @description What is asked of them. */
            instruction?: string | null;
            /** @description 主办: the unit that leads. */
            lead: string;
            /** @description 知会: units that are told. */
            notify?: string[];
        };
        /** @description 退单. */
        DisputeView: {
            /** @description The duty item or fact that it rests on. */
            basis: string;
            /** @description The unit that asked. */
            department: string;
            /**
             * Format: uuid
             * @description Which dispatch.
             */
            dispatch: string;
            /** @description Whose duty it is, in its opinion. */
            proposed_unit?: string | null;
            /** @description Why. */
            reason: string;
            /**
             * Format: uuid
             * @description Identity of the request.
             */
            request: string;
            /**
             * Format: date-time
             * @description When it asked.
             */
            requested_at: string;
            ruling?: components["schemas"]["RulingView"] | null;
            /**
             * Format: date-time
             * @description By when it is ruled on.
             */
            ruling_due_at: string;
        };
        /**
         * @description 不满意: the ways on.
         * @enum {string}
         */
        DissatisfactionExit: "redo" | "analysis" | "extension" | "transfer";
        /** @description 转引. */
        Diversion: {
            /** @description Why; told to the resident. */
            reason: string;
            /** @description `police` (110), `fire_service` (119), `ambulance` (120), `petition` or `court`. */
            to: components["schemas"]["Authority"];
        };
        /** @description When a limit ends, and how that was counted. */
        DueView: {
            /**
             * Format: date-time
             * @description The last instant that is in time, as the clock in China shows it.
             */
            due_at: string;
            /** @description The day in China: for working days the last of them, although `due_at` is the midnight at which it ends. */
            due_date: string;
            /** @description Whether it runs into a year that nobody has published, and will be counted again. */
            provisional: boolean;
            /** @description Day by day. */
            steps: Record<string, never>[];
        };
        /** @description Hours of duty. */
        DutyItem: {
            /**
             * Format: date-time
             * @description Its beginning.
             */
            from: string;
            /** @description 带班: in charge of the shift, rather than on duty in it. */
            in_charge: boolean;
            /**
             * Format: uuid
             * @description The shift.
             */
            shift: string;
            /**
             * Format: date-time
             * @description Its end, which belongs to the next shift.
             */
            to: string;
            /** @description For which unit. */
            unit: string;
        };
        /** @description A shift. */
        DutyShiftView: {
            /**
             * Format: date-time
             * @description Its beginning.
             */
            from: string;
            /**
             * Format: uuid
             * @description Identity of the shift.
             */
            id: string;
            leader?: components["schemas"]["OfficerView"] | null;
            /** @description Who is on duty. */
            person: components["schemas"]["OfficerView"];
            /**
             * Format: date-time
             * @description Its end, which belongs to the next shift.
             */
            to: string;
            /** @description Whether it is under way at the instant that was asked for. */
            under_way: boolean;
            /** @description For which unit. */
            unit: string;
        };
        /** @description One question and its answer. */
        EchoEntry: {
            /** @description What came of it. */
            answer: string;
            /** @description Category code. */
            category: string;
            /**
             * Format: int64
             * @description How many cases it speaks of.
             */
            count: number;
            /** @description Whether the promised end has passed. */
            late: boolean;
            /**
             * @description How it stands: `resolved`, `done`, `explained`, `closed_by_force`, `checking`, `dissatisfied`, `in_hand`,
             *     `planned`, `parked_engineering`, `parked_season`, `parked_funds`, `parked_ownership`, `parked_policy`,
             *     `received`, `declined`, `not_accepted`, `diverted`, `merged` or `withdrawn`.
             */
            outcome: string;
            /** @description What residents asked. */
            question: string;
            /** @description Whether people found words for it; otherwise it follows from the case alone. */
            worded: boolean;
        };
        /**
         * @description 回音壁: what the neighbourhood is told.
         * @enum {string}
         */
        EchoOutcome: "resolved" | "done" | "explained" | "closed_by_force" | "checking" | "dissatisfied" | "in_hand" | "planned" | "parked_engineering" | "parked_season" | "parked_funds" | "parked_ownership" | "parked_policy" | "received" | "declined" | "not_accepted" | "diverted" | "merged" | "withdrawn";
        /** @description A wording for the wall. */
        EchoProposal: {
            /** @description What came of it; one line without anything that tells who. */
            answer: string;
            /** @description What residents asked; one line without anything that tells who. */
            question: string;
        };
        /** @description Why a wording is taken down. */
        EchoRetraction: {
            /** @description Why. */
            reason: string;
        };
        /** @description The decision on a wording. */
        EchoRuling: {
            /** @description `approve` or `refuse`. */
            decision: components["schemas"]["Decision"];
            /** @description Why. */
            reason: string;
        };
        /** @description What the wall says, and what somebody wants it to say. */
        EchoView: {
            /** @description How the wall puts it by itself. */
            outcome: components["schemas"]["EchoOutcome"];
            pending?: components["schemas"]["EchoWordingView"] | null;
            published?: components["schemas"]["EchoWordingView"] | null;
        };
        /** @description The wall of one neighbourhood in one month. */
        EchoWall: {
            /**
             * Format: int64
             * @description Cases of which nothing is said, because whoever raised them asked for it.
             */
            confidential: number;
            /** @description Question and answer: worded entries first, then what follows from the cases alone, like matters together. */
            entries: components["schemas"]["EchoEntry"][];
            /** @description The month, as `2026-11`. */
            month: string;
            /**
             * Format: int64
             * @description Worded entries for which there was no room.
             */
            omitted: number;
            /**
             * Format: int64
             * @description Every case that was raised in the month: the sum of `count` of all entries, `confidential` and `omitted`.
             */
            total: number;
            /** @description The neighbourhood. */
            unit: string;
            /** @description Its name. */
            unit_name: string;
        };
        /** @description A question and its answer. */
        EchoWordingView: {
            /** @description What came of it. */
            answer: string;
            /**
             * Format: date-time
             * @description When it was proposed, or published.
             */
            at: string;
            /** @description What residents asked. */
            question: string;
        };
        /** @description When something ends. */
        Ending: {
            /**
             * Format: date-time
             * @description Until when it holds; now where nothing is said.
             */
            valid_to?: string | null;
        };
        /**
         * @description How a case ended without having been handled.
         * @enum {string}
         */
        EndingKind: "not_accepted" | "diverted" | "merged" | "withdrawn";
        /** @description How a case ended without having been handled. */
        EndingView: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description The ground of a refusal or the authority of a diversion, in one word as it was given. */
            code?: string | null;
            /**
             * Format: uuid
             * @description The case that it went into.
             */
            into?: string | null;
            /** @description `not_accepted`, `diverted`, `merged` or `withdrawn`. */
            kind: components["schemas"]["EndingKind"];
            /** @description In words. */
            reason: string;
        };
        /** @description Why, and what was tried. */
        Endorsement: {
            /** @description What the neighbourhood tried itself. */
            local_attempt?: string | null;
            /** @description Why. */
            note?: string | null;
        };
        /** @description Where to, and why. */
        Escalation: {
            /** @description Why. */
            reason: string;
            /** @description `compound`, `community`, `street` or `district`. */
            to: components["schemas"]["Level"];
        };
        /** @description Who was called because nobody signed for an emergency. */
        EscalationView: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description The person on duty there, by code; the duty roster has their name. */
            person?: string | null;
            /** @description The unit. */
            unit: string;
            /** @description `on_duty`, `leader_in_charge` or `linked_leader`. */
            why: string;
        };
        /** @description 挂账率, 剔除率, 强制结案率. */
        EscapeRates: {
            /**
             * Format: double
             * @description Excluded ÷ (due + excluded).
             */
            excluded?: number | null;
            /**
             * Format: double
             * @description Closed by force ÷ closed.
             */
            forced?: number | null;
            /**
             * Format: double
             * @description Parked ÷ due.
             */
            parked?: number | null;
        };
        /** @description Something happened. What exactly is read from the case itself. */
        EventNotice: {
            /**
             * Format: uuid
             * @description Which case.
             */
            case_id: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            occurred_at: string;
            /**
             * Format: int64
             * @description Where it stands in the log.
             */
            position: number;
            /** @description What happened. */
            type: string;
            /**
             * Format: int32
             * @description The version that it gave the case.
             */
            version: number;
        };
        /** @description 剔除申请. */
        Exclusion: {
            /** @description `litigation`, `petition_ended`, `outside_policy`, `key_project`, `malicious` or `other`. */
            ground: components["schemas"]["ExclusionGround"];
            /** @description Why. */
            reason: string;
        };
        /**
         * @description 剔除: why.
         * @enum {string}
         */
        ExclusionGround: "litigation" | "petition_ended" | "outside_policy" | "key_project" | "malicious" | "other";
        /** @description 剔除审批. */
        ExclusionRuling: {
            /** @description `approve` or `refuse`. */
            decision: components["schemas"]["Decision"];
            /** @description Why. */
            reason: string;
        };
        /** @description A figure, and the cases or dispatches that it is made of. */
        ExplainedFigure: {
            /**
             * Format: date-time
             * @description When clocks were judged.
             */
            at: string;
            /**
             * Format: int64
             * @description Of how many; null for a count.
             */
            denominator?: number | null;
            figure: string;
            /** @description What it divides by what; null for a count. */
            formula?: string | null;
            /** @description In the order of their counting instants. A page may be short, and still be followed by others. */
            items: components["schemas"]["Behind"][];
            /** @description Where the next page begins; nothing on the last. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description What is counted, over all pages. Of a rate that says what is missing to one, what is missing.
             */
            numerator: number;
            /** @description The period, as it was understood. */
            period: components["schemas"]["PeriodView"];
            /**
             * Format: int32
             * @description The policy in force.
             */
            policy_version: number;
        };
        /** @description 逾期说明. */
        ExplanationView: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description 已采取的措施, personal data masked. */
            measures_taken: string;
            /** @description 下一步计划, personal data masked. */
            next_plan: string;
            /** @description 逾期原因, personal data masked. */
            reason: string;
        };
        /** @description 延期申请. */
        ExtensionRequest: {
            /** @description How much longer: `3wd` working days, `4wh` working hours, `2h`, `30min` or `7d`, with a count of 1 to 999. */
            length: string;
            /** @description Why. */
            reason: string;
        };
        /** @description 延期审批. */
        ExtensionRuling: {
            /** @description `approve` or `refuse`. */
            decision: components["schemas"]["Decision"];
            /** @description Why; told to the resident. */
            reason: string;
        };
        /** @description The result. */
        Feedback: {
            /** @description What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`). */
            evidence?: string[];
            /** @description What came of it; told to the resident. */
            result?: string | null;
        };
        /** @description A field that cannot be accepted. */
        FieldError: {
            /** @description A stable name for programs. */
            code: string;
            /** @description What is wrong with it, in plain English. */
            detail: string;
            /** @description JSON pointer of the field. */
            pointer: string;
        };
        /** @description Counts and rates of a set of cases or dispatches. A rate with nothing to divide by is null. */
        Figures: {
            /**
             * Format: int64
             * @description 回访成功.
             */
            callback_answered: number;
            /**
             * Format: int64
             * @description 应回访.
             */
            callback_due: number;
            /**
             * Format: double
             * @description 回访成功率: answered ÷ due for callback.
             */
            callback_reach_rate?: number | null;
            /**
             * Format: int64
             * @description 已办结.
             */
            closed: number;
            /**
             * Format: int64
             * @description 按期办结.
             */
            closed_on_time: number;
            /**
             * Format: int64
             * @description 无期限办结: closed without ever having had a deadline; in neither of the two, nor in any rate of being on time.
             */
            closed_undated: number;
            /** @description 办结用时, seconds; time for which a case was parked is in it. */
            closing_seconds: components["schemas"]["Percentiles"];
            /**
             * Format: double
             * @description 办结率: closed ÷ due.
             */
            completion_rate?: number | null;
            /**
             * Format: double
             * @description 派单准确率: 1 − approved returns ÷ issued.
             */
            dispatch_accuracy?: number | null;
            /**
             * Format: int64
             * @description 应结案.
             */
            due: number;
            /** @description The three ways to look better without doing anything, printed beside every ranking. */
            escape: components["schemas"]["EscapeRates"];
            /**
             * Format: int64
             * @description 剔除: left out of everything else.
             */
            excluded: number;
            /**
             * Format: int64
             * @description 虚假办结.
             */
            false_closures: number;
            /**
             * Format: int64
             * @description 派单: dispatches issued.
             */
            issued: number;
            /**
             * Format: int64
             * @description 就地化解: handled without departments.
             */
            local: number;
            /**
             * Format: double
             * @description 就地先行率: whistles that say what was tried at home ÷ whistles.
             */
            local_attempt_rate?: number | null;
            /**
             * Format: double
             * @description On time ÷ due.
             */
            on_time_of_due_rate?: number | null;
            /**
             * Format: double
             * @description On time ÷ (closed + open overdue).
             */
            on_time_rate?: number | null;
            /**
             * Format: double
             * @description On time ÷ closed.
             */
            on_time_rate_naive?: number | null;
            /**
             * Format: int64
             * @description 在办未到期.
             */
            open_in_time: number;
            /**
             * Format: int64
             * @description 超期未结.
             */
            open_overdue: number;
            /**
             * Format: double
             * @description 主动发现率: found before anybody complained ÷ raised.
             */
            proactive_rate?: number | null;
            /**
             * Format: int64
             * @description Cases raised, whatever became of them; nothing where dispatches are counted.
             */
            raised: number;
            /**
             * Format: int64
             * @description 红牌.
             */
            red_cards: number;
            /**
             * Format: int64
             * @description 拒不报到.
             */
            refused_reports: number;
            /**
             * Format: double
             * @description 复发率: back at the look-back ÷ looked back.
             */
            relapse_rate?: number | null;
            /**
             * Format: double
             * @description 重复诉求率: raised again ÷ raised.
             */
            repeat_rate?: number | null;
            /**
             * Format: double
             * @description 解决率: solved ÷ answered.
             */
            resolution_rate?: number | null;
            /** @description 逐级化解率: shares of the closed, by the level at which they were resolved. */
            resolved_at: components["schemas"]["ResolvedAt"];
            /**
             * Format: double
             * @description 响应率: reported, or the resident contacted, in time ÷ due.
             */
            response_rate?: number | null;
            /** @description 响应用时, seconds. */
            response_seconds: components["schemas"]["Percentiles"];
            /**
             * Format: double
             * @description 退单准确率: approved returns ÷ requests.
             */
            return_accuracy?: number | null;
            /**
             * Format: double
             * @description 退单率: return requests ÷ issued.
             */
            return_rate?: number | null;
            /**
             * Format: int64
             * @description 退单 approved.
             */
            returns_approved: number;
            /**
             * Format: int64
             * @description 退单申请.
             */
            returns_asked: number;
            /**
             * Format: double
             * @description 返工率: reworks ÷ feedbacks.
             */
            rework_rate?: number | null;
            /**
             * Format: int64
             * @description 返工.
             */
            reworks: number;
            /** @description Answers of 1 to 5, the worst first. */
            satisfaction: number[];
            /**
             * Format: double
             * @description 满意率: 3 to 5 of 5 ÷ answered.
             */
            satisfaction_rate?: number | null;
            /**
             * Format: double
             * @description 签收及时率: signed in time by a person ÷ issued.
             */
            sign_rate?: number | null;
            /** @description 签收用时, seconds. */
            signing_seconds: components["schemas"]["Percentiles"];
            /**
             * Format: int64
             * @description 挂账: parked now.
             */
            suspended: number;
            /**
             * Format: int64
             * @description Declined, not accepted, diverted, merged, withdrawn.
             */
            turned_away: number;
            /**
             * Format: double
             * @description 吹哨准确率: 1 − turned away although endorsed ÷ whistles.
             */
            whistle_accuracy?: number | null;
            /**
             * Format: int64
             * @description 吹哨: cases for which departments were called.
             */
            whistles: number;
        };
        /** @description Category and kind, where the reported ones were wrong. */
        Filing: {
            /** @description Category code. */
            category?: string | null;
            kind?: components["schemas"]["WhistleKind"] | null;
        };
        /** @description 强制结案申请. */
        ForcedClosing: {
            /** @description Why. */
            reason: string;
        };
        /** @description 强制结案审批. */
        ForcedClosingRuling: {
            /** @description `approve` or `refuse`. */
            decision: components["schemas"]["Decision"];
            /** @description Why. */
            reason: string;
        };
        /** @description Who must help, or is told, besides those who were sent. */
        FurtherDispatches: {
            /** @description 协办. */
            co_handlers?: string[];
            /** @description What is asked of them. */
            instruction?: string | null;
            /** @description 知会. */
            notify?: string[];
        };
        /** @description A leaf grid that nobody, or more than one person, answers for. */
        GapView: {
            /** @description Which grid. */
            grid: string;
            /** @description How many people answer for it. */
            responsible: number;
        };
        /** @description What the check found, now and at night. */
        GapsView: {
            last_check?: components["schemas"]["ResponsibilityView"] | null;
            /** @description Now. */
            now: components["schemas"]["ResponsibilityView"];
        };
        /** @description The open cases of one grid. */
        GridBacklog: {
            /** @description The same by lamp; a case whose clock does not run yet, and planned work, has none. */
            by_lamp: {
                [key: string]: number;
            };
            grid: string;
            /** @description Its name. */
            name?: string | null;
            /**
             * Format: date-time
             * @description When the oldest of them was raised.
             */
            oldest: string;
            /**
             * Format: int64
             * @description Cases that are not over.
             */
            open: number;
            /**
             * Format: int64
             * @description How many have a clock that has run out.
             */
            overdue: number;
        };
        /** @description Open cases, grid by grid. */
        GridBacklogs: {
            items: components["schemas"]["GridBacklog"][];
            /** @description Always nothing: there are only so many grids. */
            next_cursor?: string | null;
        };
        /** @description 网格. */
        GridItem: {
            code: string;
            name: string;
            /** @description Its outline: longitude and latitude in CGCS2000, the last point being the first. */
            ring: number[][];
            /** @description The unit responsible for it. */
            unit: string;
        };
        /** @description Every grid. */
        Grids: {
            items: components["schemas"]["GridItem"][];
        };
        /**
         * @description How grave a hazard is.
         * @enum {string}
         */
        HazardLevel: "general" | "major";
        /** @description Every event of a case, oldest first. */
        History: {
            items: components["schemas"]["HistoryEntry"][];
            /** @description Always nothing: a case's history comes whole. */
            next_cursor?: string | null;
        };
        /** @description Who acted. */
        HistoryActor: {
            /**
             * Format: uuid
             * @description The account; nil for a resident without one.
             */
            id: string;
            /** @description In which role. */
            role: components["schemas"]["Role"];
            /** @description In which unit. */
            unit?: string | null;
        };
        /** @description One event, as it stands in the log. Sealed fields stay sealed. */
        HistoryEntry: {
            actor?: components["schemas"]["HistoryActor"] | null;
            /** @description The event itself; null where its stored bytes cannot be read. */
            data?: Record<string, never> | null;
            /** @description SHA-256 over the event's canonical bytes, hexadecimal, as it was recorded. */
            leaf_hash: string;
            /**
             * Format: date-time
             * @description When it happened in the world.
             */
            occurred_at: string;
            /**
             * Format: int64
             * @description Where it stands in the whole log.
             */
            position: number;
            /**
             * Format: date-time
             * @description When the log took it.
             */
            recorded_at: string;
            /** @description What happened. */
            type: string;
            /**
             * Format: int32
             * @description The version that it gave the case.
             */
            version: number;
        };
        /** @description A stretch of time and the unit that answers for it. */
        HoldingView: {
            /**
             * Format: uuid
             * @description The dispatch.
             */
            dispatch: string;
            /** @description Whether a ruling counts the time to this unit instead of the one that held the dispatch. */
            disputed: boolean;
            /**
             * Format: date-time
             * @description From when.
             */
            from: string;
            /**
             * Format: date-time
             * @description Until when; nothing while it goes on.
             */
            to?: string | null;
            /** @description The unit. */
            unit: string;
        };
        /** @description One vote per household. */
        HouseholdVote: {
            /** @description In their words. */
            comment?: string | null;
            /**
             * Format: uuid
             * @description Who votes.
             */
            complainant: string;
            /**
             * Format: int32
             * @description 1 (very dissatisfied) to 5 (very satisfied).
             */
            satisfaction: number;
            /** @description Solved? */
            solved: boolean;
        };
        /** @description A record of another system. */
        ImportedView: {
            /** @description What the source calls its category, where no policy knows it. */
            category_name?: string | null;
            /** @description Its number in the source. */
            external: string;
            /**
             * Format: date-time
             * @description When it was imported.
             */
            imported_at: string;
            /** @description The import scheme. */
            scheme: string;
            /** @description The status that the source gave it. */
            status?: string | null;
        };
        /** @description Every system that is told, and the twenty that were told last. */
        IntegrationList: {
            /**
             * Format: int64
             * @description The position at which the log ends.
             */
            head: number;
            /** @description The hosts that may be called, as whoever runs the service listed them; `*` is every host of the public network. */
            hosts: string[];
            /** @description The open ones by name; after them those that were closed, the last one first. */
            items: components["schemas"]["IntegrationView"][];
            /** @description How many can be open at a time. */
            open_max: number;
        };
        /**
         * @description Whether another system is told what happens; `failing`: it is, and did not take the last delivery.
         * @enum {string}
         */
        IntegrationState: "active" | "failing" | "paused" | "closed";
        /**
         * @description A system that is told what happens. There is no secret in it; but its address may hold one, so that only administrators
         *     see it.
         */
        IntegrationView: {
            /**
             * Format: int64
             * @description Events of the log after that position, whether they are for it or not.
             */
            behind: number;
            /**
             * Format: date-time
             * @description When it was closed.
             */
            closed_at?: string | null;
            /**
             * Format: int64
             * @description Everything up to this position of the log was taken, or was nothing for it. May be some seconds old.
             */
            delivered: number;
            /** @description The types of events it is told of; none: every type. */
            event_types: string[];
            /**
             * Format: date-time
             * @description When the first of these was.
             */
            failing_since?: string | null;
            /**
             * Format: int32
             * @description Attempts without success since the last one with.
             */
            failures: number;
            /**
             * Format: uuid
             * @description Names it, for changing it.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was last tried.
             */
            last_attempt_at?: string | null;
            last_error?: components["schemas"]["NoAnswer"] | null;
            /**
             * Format: int32
             * @description The status of HTTP that the last attempt came to.
             */
            last_status?: number | null;
            /**
             * Format: date-time
             * @description When it last took something.
             */
            last_success_at?: string | null;
            /** @description What it is called. */
            name: string;
            /**
             * Format: date-time
             * @description It is left alone until then.
             */
            next_attempt_at?: string | null;
            /**
             * Format: date-time
             * @description When it was opened.
             */
            opened_at: string;
            pause_cause?: components["schemas"]["PauseCause"] | null;
            /**
             * Format: date-time
             * @description Since when it is paused.
             */
            paused_at?: string | null;
            /** @description Whether it is told. */
            state: components["schemas"]["IntegrationState"];
            /** @description The unit whose cases it is told of; nothing: everybody's. */
            unit?: string | null;
            /** @description Where it takes deliveries. */
            url: string;
        };
        /** @description A key that was issued, with its secret, told this once. */
        IssuedKey: components["schemas"]["KeyView"] & {
            /** @description The bearer token. Nothing when the request was carried out before: it was told then. */
            token?: string | null;
        };
        /** @description An item. */
        Item: {
            hazard?: components["schemas"]["HazardLevel"] | null;
            /** @description What and where. */
            title: string;
        };
        /** @description 问题清单. */
        ItemList: {
            /** @description The items. */
            items: components["schemas"]["Item"][];
        };
        /** @description 恢复. */
        ItemRestoration: {
            /**
             * Format: uuid
             * @description Which item.
             */
            item: string;
            /** @description Why. */
            reason: string;
        };
        /**
         * @description How far an item has come.
         * @enum {string}
         */
        ItemState: "open" | "claimed" | "struck_off";
        /** @description An item of the list. */
        ItemView: {
            /**
             * Format: date-time
             * @description By when.
             */
            due_at?: string | null;
            /**
             * Format: int32
             * @description Reinspections that it did not pass.
             */
            failures: number;
            hazard?: components["schemas"]["HazardLevel"] | null;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description `open`, `claimed` or `struck_off`. */
            state: components["schemas"]["ItemState"];
            /**
             * Format: date-time
             * @description When it was struck off.
             */
            struck_off_at?: string | null;
            /** @description What and where. */
            title: string;
            /** @description The unit that must put it right. */
            unit?: string | null;
        };
        /** @description 联名: somebody joins the case. */
        Joining: {
            /** @description The household, such as `3-2-501`: members of one have one vote. Only a digest is kept. */
            household?: string | null;
            /** @description Who; kept sealed. */
            name?: string | null;
            /** @description Telephone; kept sealed. */
            phone?: string | null;
        };
        /** @description 联合行动. */
        JointActionView: {
            /** @description Units that had not come when it was over. */
            absent: string[];
            /**
             * Format: date-time
             * @description When it was over.
             */
            held_at?: string | null;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /**
             * Format: date-time
             * @description When they meet.
             */
            meets_at: string;
            /** @description Where they meet. */
            place: string;
            /** @description Who is there. */
            signed_in: string[];
            /** @description Who must come. */
            units: string[];
        };
        /** @description 联合行动. */
        JointMeeting: {
            /**
             * Format: date-time
             * @description When they meet.
             */
            meets_at: string;
            /** @description Where they meet. */
            place: string;
            /** @description What for. */
            purpose: string;
            /** @description Who must come; everybody who was sent, where nobody is named. */
            units?: string[];
        };
        /** @description The joint action is over. */
        JointResult: {
            /**
             * Format: uuid
             * @description Which joint action.
             */
            action: string;
            /** @description What came of it. */
            result: string;
        };
        /** @description What depends on the clocks. */
        Judged: {
            /**
             * Format: int64
             * @description 结案.
             */
            closed: number;
            /**
             * Format: int64
             * @description 按期结案.
             */
            closed_on_time: number;
            /**
             * Format: int64
             * @description 应结案.
             */
            due: number;
            /**
             * Format: double
             * @description 按期办结率: closed on time ÷ (closed + open overdue).
             */
            on_time_rate?: number | null;
            /**
             * Format: double
             * @description 按期办结率, as it is usually printed: closed on time ÷ closed.
             */
            on_time_rate_naive?: number | null;
            /**
             * Format: int64
             * @description 超期未结.
             */
            open_overdue: number;
            /**
             * Format: double
             * @description 响应率.
             */
            response_rate?: number | null;
            /**
             * Format: double
             * @description 签收及时率.
             */
            sign_rate?: number | null;
        };
        /**
         * @description Whether a key lets in.
         * @enum {string}
         */
        KeyState: "in_force" | "expired" | "revoked" | "account_closed";
        /** @description What is known of a key. The key itself is not kept. */
        KeyView: {
            /**
             * Format: date-time
             * @description When it was issued.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it ends by itself; one from the command line may have no end.
             */
            expires_at?: string | null;
            /**
             * Format: uuid
             * @description Names it, for revoking it.
             */
            id: string;
            /** @description What it is for. */
            label: string;
            /**
             * Format: date-time
             * @description When it was last used, to a minute or two; nothing where that was never noticed.
             */
            last_used_at?: string | null;
            /**
             * Format: date-time
             * @description When it was revoked.
             */
            revoked_at?: string | null;
            /** @description Whether it lets in. */
            state: components["schemas"]["KeyState"];
        };
        /**
         * @description How a clock stands.
         * @enum {string}
         */
        Lamp: "green" | "yellow" | "red" | "grey" | "purple";
        /** @description 包案领导、联点领导: who looks after which unit. */
        LeaderLink: {
            /** @description Who. */
            person: string;
            /** @description Which unit. */
            unit: string;
            /**
             * Format: date-time
             * @description Since when; now where nothing is said.
             */
            valid_from?: string | null;
            /**
             * Format: date-time
             * @description Until when, where that is known beforehand.
             */
            valid_to?: string | null;
        };
        /** @description Who looks after which unit no longer. */
        LeaderUnlink: {
            /** @description Who. */
            person: string;
            /** @description Which unit. */
            unit: string;
            /**
             * Format: date-time
             * @description Until when; now where nothing is said.
             */
            valid_to?: string | null;
        };
        /** @description A unit that somebody looks after, or will. */
        LeadershipItem: {
            /** @description Which unit. */
            unit: string;
            /**
             * Format: date-time
             * @description Since when.
             */
            valid_from: string;
            /**
             * Format: date-time
             * @description Until when, where that is known.
             */
            valid_to?: string | null;
        };
        /** @description A part of the leaves. */
        LeafPage: {
            /** @description The leaves of the part, oldest first. */
            items: components["schemas"]["LeafView"][];
            /** @description Where the next part begins; nothing after the last. */
            next_cursor?: string | null;
        };
        /**
         * @description Everything that the leaf hash of an event covers, and the hash that was recorded with it.
         *
         *     `leaf_hash = SHA-256(0x00 0x01 ‖ stream_type ‖ stream_id ‖ version ‖ event_type ‖ occurred_at ‖ recorded_at ‖
         *     command_id ‖ command_ordinal ‖ metadata ‖ payload)`: texts and bytes after their length as u32, ids as 16 bytes,
         *     the version as u32, the ordinal as u16, instants as i64 in microseconds since 1970, all big-endian.
         */
        LeafView: {
            /**
             * Format: uuid
             * @description The command behind it.
             */
            command_id: string;
            /**
             * Format: int32
             * @description Place among the command's events, from 0.
             */
            command_ordinal: number;
            /** @description What happened. */
            event_type: string;
            /** @description The SHA-256 that was recorded with the event, hexadecimal. */
            leaf_hash: string;
            /** @description The stored metadata bytes, base64: who acted, and a digest of the request that only the service can compute. */
            metadata: string;
            /**
             * Format: date-time
             * @description When it happened in the world, exact to the microsecond.
             */
            occurred_at: string;
            /** @description The stored payload bytes, base64: the event as JSON. Personal data in it is sealed. */
            payload: string;
            /**
             * Format: int64
             * @description Where the event stands in the whole log. The hash does not cover it.
             */
            position: number;
            /**
             * Format: date-time
             * @description When the log took it, exact to the microsecond.
             */
            recorded_at: string;
            /**
             * Format: uuid
             * @description The stream: the case.
             */
            stream_id: string;
            /** @description Kind of the stream. */
            stream_type: string;
            /**
             * Format: int32
             * @description The version that it gave the case.
             */
            version: number;
        };
        /** @description Lines of the ledger, the newest case first, its items below it. */
        Ledger: {
            items: components["schemas"]["LedgerEntry"][];
            /** @description Where the next page begins; nothing on the last. */
            next_cursor?: string | null;
        };
        /** @description A problem on the ledger. */
        LedgerEntry: {
            /** Format: uuid */
            case_id: string;
            /** @description Category code of the case. */
            category: string;
            /** Format: date-time */
            due_at?: string | null;
            grid: string;
            /**
             * Format: uuid
             * @description The item; nothing for the matter itself.
             */
            item?: string | null;
            /**
             * Format: int32
             * @description 0 is the matter itself, its items follow from 1.
             */
            line: number;
            /** @description The latest measure, personal data masked. */
            measure?: string | null;
            /** @description The case number. */
            number: string;
            /** @description 责任单位. */
            owner?: string | null;
            /** @description What is wrong, personal data masked. */
            problem: string;
            /**
             * Format: date-time
             * @description When the case was raised.
             */
            raised_at: string;
            reviewer?: components["schemas"]["LedgerReviewer"] | null;
            /**
             * Format: date-time
             * @description Since when the line stands on the ledger.
             */
            since: string;
            /** @description `open` (未销号) or `struck_off` (已销号). */
            state: components["schemas"]["LedgerState"];
            /** Format: date-time */
            struck_off_at?: string | null;
            /** @description The unit responsible for the grid. */
            territorial_unit: string;
        };
        /** @description Who found it good. */
        LedgerReviewer: {
            role: components["schemas"]["Role"];
            unit?: string | null;
        };
        /**
         * @description Whether a line of the ledger is struck off.
         * @enum {string}
         */
        LedgerState: "open" | "struck_off";
        /**
         * @description The level that holds a case.
         * @enum {string}
         */
        Level: "building" | "compound" | "community" | "street" | "district";
        /** @description 关联. */
        Linking: {
            /**
             * Format: uuid
             * @description The other case.
             */
            other: string;
            /** @description How they have to do with each other. */
            reason: string;
        };
        /** @description An extra day of this place. */
        LocalDayView: {
            /** @description The day in China. */
            date: string;
            /** @description `off` or `work`; nothing once it was withdrawn. */
            kind?: string | null;
            /** @description Why. */
            reason?: string | null;
        };
        /** @description What was done. */
        LocalHandling: {
            /** @description What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`). */
            evidence?: string[];
            level?: components["schemas"]["Level"] | null;
            /** @description What was done; told to the resident. */
            result?: string | null;
        };
        /** @description 就地办结: what came of a matter that no department was sent for. */
        LocalResultView: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What was done, personal data masked. */
            text: string;
            /** @description The unit that did it. */
            unit?: string | null;
        };
        /** @description Where it is: a grid, or a point from which the grid follows. */
        Location: {
            /** @description Address. What lies behind the door is kept sealed. */
            address?: string | null;
            /** @description `CGCS2000` (where it is not given), `WGS84` or `GCJ02`. */
            crs?: string | null;
            /** @description Grid code. */
            grid?: string | null;
            /**
             * Format: double
             * @description Degrees north, in `crs`.
             */
            lat?: number | null;
            /**
             * Format: double
             * @description Degrees east, in `crs`.
             */
            lon?: number | null;
        };
        /** @description Where a case is. */
        LocationView: {
            /** @description Address, to the building. */
            address?: string | null;
            /** @description Always `CGCS2000`; what was given in another system is kept in the log. */
            crs: string;
            /** @description The leaf grid. */
            grid: string;
            /**
             * Format: double
             * @description Degrees north, CGCS2000.
             */
            lat?: number | null;
            /**
             * Format: double
             * @description Degrees east, CGCS2000.
             */
            lon?: number | null;
            /** @description The unit responsible for it when the whistle was raised. */
            territorial_unit: string;
        };
        /** @description Who, and how they prove it. */
        Login: {
            /** @description The password. */
            password: string;
            /** @description The name to log in with. */
            username: string;
        };
        /** @description 回头看. */
        LookingBack: {
            /** @description What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`). */
            evidence?: string[];
            /** @description What was seen. */
            note?: string | null;
            /** @description Whether the problem is back. */
            relapsed: boolean;
        };
        /** @description What was done. */
        Measure: {
            /** @description What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`). */
            evidence?: string[];
            /** @description What was done. */
            measure: string;
        };
        /** @description 并案. */
        Merging: {
            /**
             * Format: uuid
             * @description The case that goes on.
             */
            into: string;
            /** @description Why it is the same matter. */
            reason: string;
        };
        /** @description A stage. */
        Milestone: {
            /**
             * Format: date-time
             * @description By when.
             */
            due_at: string;
            /** @description What is to be reached. */
            title: string;
        };
        /** @description A stage is reached. */
        MilestoneReport: {
            /** @description What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`). */
            evidence?: string[];
            /**
             * Format: int32
             * @description Which, counted from one.
             */
            milestone: number;
            /** @description What was reached. */
            note?: string | null;
        };
        /** @description A stage. */
        MilestoneView: {
            /**
             * Format: date-time
             * @description By when.
             */
            due_at: string;
            /** @description Its number, counted from one. */
            milestone: number;
            /**
             * Format: date-time
             * @description When it was reached.
             */
            reached_at?: string | null;
            /** @description What is to be reached. */
            title: string;
        };
        /** @description An account to be opened. The service makes its password. */
        NewAccount: {
            /** @description The unit whose area it sees, where that is another than its own. */
            area?: string | null;
            /** @description What colleagues see. Residents have none. */
            display_name?: string | null;
            /**
             * @description What the account may do: `resident`, `grid_worker`, `community`, `hotline`, `dispatcher`, `department`,
             *     `supervisor`, `auditor` or `admin`.
             */
            role: string;
            /**
             * @description The unit in which it is posted. Everybody needs one but residents, who have none, and supervisors, auditors and
             *     administrators.
             */
            unit?: string | null;
            /**
             * @description The name to sign in with: 2 to 64 letters, digits, dots, dashes and underscores; capitals are made small. It
             *     belongs to this account for ever.
             */
            username: string;
        };
        /** @description A day of an arrangement. */
        NewDay: {
            /** @description The day in China. */
            date: string;
            /** @description Its festival, in Chinese. */
            festival: string;
            /** @description Off or work. */
            kind: string;
        };
        /** @description A new grid. */
        NewGrid: {
            /** @description 1 to 40 letters, digits, `_` or `-`; given once and for ever. */
            code: string;
            /** @description Shown to people. */
            name: string;
            /** @description The larger grid that it is part of. */
            parent?: string | null;
            /** @description Its outline: longitude and latitude in CGCS2000, the last point being the first. */
            ring: number[][];
            /** @description The territorial unit that it belongs to. */
            unit: string;
            /**
             * Format: date-time
             * @description Since when; now where nothing is said.
             */
            valid_from?: string | null;
            /**
             * Format: date-time
             * @description Until when, for what is temporary.
             */
            valid_to?: string | null;
        };
        /** @description A system to be told what happens. The service makes the secret with which it signs. */
        NewIntegration: {
            /**
             * Format: int64
             * @description It is told what stands after this position of the log; nothing: what happens from now on.
             */
            after?: number | null;
            /** @description The types of events it is told of, such as `WhistleRaised`; none: every type. */
            event_types?: string[];
            /** @description What to call it, in at most 64 characters. */
            name: string;
            /** @description The unit whose cases it is told of: those in its area, and those to which it was sent. Nothing: everybody's. */
            unit?: string | null;
            /**
             * @description Where it takes deliveries: `https://…`, or `http://…` for a host that is listed by name. Never shown to anybody but
             *     administrators, and not in the log.
             */
            url: string;
        };
        /** @description A key to be issued. */
        NewKey: {
            /**
             * Format: int64
             * @description Days until it ends by itself, 1 to 3650.
             */
            days: number;
            /** @description What it is for, in at most 64 characters. */
            label: string;
        };
        /** @description An extra day of this place. */
        NewLocalDay: {
            /** @description The day in China. */
            date: string;
            /** @description Off or work. */
            kind: string;
            /** @description Why, in Chinese. */
            reason: string;
        };
        /** @description Which pack. */
        NewPack: {
            /** @description `weekly`, `monthly` or `quarterly`. */
            kind: string;
            /** @description A period that is over: `2026-W46`, `2026-10` or `2026-Q3`. */
            period: string;
        };
        /** @description Somebody new. Name and number are sealed before they go anywhere. */
        NewPerson: {
            /** @description 1 to 40 letters, digits, `_` or `-`; given once and for ever, and no name. */
            code: string;
            /** @description Their name. */
            name: string;
            /** @description Where they are reached on duty. */
            phone?: string | null;
            /**
             * Format: date-time
             * @description Since when; now where nothing is said.
             */
            valid_from?: string | null;
            /**
             * Format: date-time
             * @description Until when, for who is here for a time.
             */
            valid_to?: string | null;
        };
        /** @description A policy. */
        NewPolicy: {
            /** @description The whole text (TOML): categories, duties and limits under a version greater than any before. */
            document: string;
        };
        /** @description A post for somebody; one person may hold several. */
        NewPost: {
            /** @description The grid that they look after. */
            grid?: string | null;
            /** @description Who. */
            person: string;
            /** @description 主责任人: answers for the grid. Every leaf grid should have exactly one. */
            responsible?: boolean;
            /** @description What they may do in the service: `grid_worker`, `community`, `dispatcher`, `department`, …. */
            role: string;
            /** @description What the post is called: 网格长, 楼栋长, 经办人. */
            title: string;
            /** @description Where. */
            unit: string;
            /**
             * Format: date-time
             * @description Since when; now where nothing is said.
             */
            valid_from?: string | null;
            /**
             * Format: date-time
             * @description Until when, where that is known beforehand.
             */
            valid_to?: string | null;
        };
        /** @description Somebody on duty. */
        NewShift: {
            /**
             * Format: date-time
             * @description Its beginning.
             */
            from: string;
            /** @description 带班: who is in charge of the shift. */
            leader?: string | null;
            /** @description 值班: who is on duty. */
            person: string;
            /**
             * Format: date-time
             * @description Its end, at most 31 days later; it belongs to the next shift.
             */
            to: string;
            /** @description For which unit. */
            unit: string;
        };
        /** @description A new unit. */
        NewUnit: {
            /** @description 1 to 40 letters, digits, `_` or `-`; given once and for ever. */
            code: string;
            /** @description The duties that it carries, by the codes of the policy. */
            duties?: string[];
            /** @description `centre`, `department`, `utility`, `street`, `community`, `village`, `compound`, `building`, …. */
            kind: string;
            /** @description Shown to people. */
            name: string;
            /** @description The unit above it. */
            parent: string;
            /** @description 二十四小时值班: whether its duty room is staffed day and night. */
            round_the_clock?: boolean;
            /**
             * Format: date-time
             * @description Since when; now where nothing is said.
             */
            valid_from?: string | null;
            /**
             * Format: date-time
             * @description Until when, for what is temporary.
             */
            valid_to?: string | null;
        };
        /** @description The arrangement of a year. */
        NewYear: {
            /** @description Every day off, and every working day that makes up for one. */
            days: components["schemas"]["NewDay"][];
            /** @description When the notice came out. */
            published_on: string;
            /** @description The notice that ordered it. */
            source: string;
        };
        /**
         * @description Why no answer came from another system.
         * @enum {string}
         */
        NoAnswer: "host_not_allowed" | "name_not_found" | "address_refused" | "not_connected" | "not_trusted" | "timed_out" | "bad_answer";
        /**
         * @description 不予受理: why.
         * @enum {string}
         */
        NotAcceptedGround: "outside_duty" | "emergency_number" | "other_bodies" | "litigation" | "in_procedure" | "secrets" | "already_answered" | "abusive" | "other";
        /** @description 不予受理. */
        NotAccepting: {
            /** @description `outside_duty`, `emergency_number`, `other_bodies`, `litigation`, `in_procedure`, `secrets`, `already_answered`, `abusive` or `other`. */
            ground: components["schemas"]["NotAcceptedGround"];
            /** @description In words; told to the resident. */
            reason: string;
        };
        /** @description A day that is not what its weekday says, or has a festival. */
        NotedDay: {
            /** @description The day in China. */
            date: string;
            /** @description `make_up`, `festival`, `statutory`, `local_off` or `local_work`. */
            day: string;
            /** @description In Chinese. */
            note: string;
            /** @description Whether people work. */
            work: boolean;
        };
        /** @description What is taken off a score. */
        Off: {
            /**
             * Format: int64
             * @description How often.
             */
            count: number;
            /**
             * Format: double
             * @description Points for each.
             */
            each: number;
            /** @description Its name, under which `explain` tells more: `red_cards`, `false_closures`, `refused_reports`. */
            figure: string;
            /**
             * Format: double
             * @description Points together.
             */
            points: number;
        };
        /** @description Somebody on a roster. Name and number are masked for everybody but administrators. */
        OfficerView: {
            /** @description The person's code. */
            code: string;
            /** @description Their name; nothing for somebody who was erased. */
            name?: string | null;
            /** @description Where they are reached on duty. */
            phone?: string | null;
        };
        /** @description An account that was opened, with its password, told this once. */
        OpenedAccount: components["schemas"]["AccountItem"] & {
            /** @description The password. Nothing when the request was carried out before: it was told then. */
            password?: string | null;
        };
        /** @description A system that is told from now on, with its secret, told this once. */
        OpenedIntegration: components["schemas"]["IntegrationView"] & {
            /** @description What deliveries are signed with. Nothing when the request was carried out before: it was told then. */
            secret?: string | null;
        };
        /** @description Events of the organisation, oldest first. */
        OrganisationHistory: {
            items: components["schemas"]["HistoryEntry"][];
            /** @description Where the next part begins; nothing after the last. */
            next_cursor?: string | null;
        };
        /** @description What a command on the organisation answers with. */
        Organised: {
            /** @description How many events it led to; none when everything was so already. */
            events: number;
            /** @description What it was about: a code, or the identity of a post or shift. */
            id: string;
            /**
             * Format: int32
             * @description The version of the organisation now, also the `ETag`.
             */
            version: number;
        };
        /** @description 无头事项: no unit is found whose duty it is. */
        Orphanage: {
            /** @description Why. */
            reason: string;
        };
        /** @description What changes about a grid; what is left out stays. */
        OtherGrid: {
            /** @description Another name. */
            name?: string | null;
            /** @description Another grid that it is part of. */
            parent?: string | null;
            /** @description Another outline. */
            ring?: number[][] | null;
            /** @description Another unit that it belongs to. */
            unit?: string | null;
            /**
             * Format: date-time
             * @description Since when; now where nothing is said.
             */
            valid_from?: string | null;
        };
        /** @description Name and number as they are from then on. */
        OtherPerson: {
            /** @description Their name. */
            name: string;
            /** @description Where they are reached on duty; nothing means nowhere. */
            phone?: string | null;
            /**
             * Format: date-time
             * @description Since when; now where nothing is said.
             */
            valid_from?: string | null;
        };
        /** @description What changes about a unit; what is left out stays. */
        OtherUnit: {
            /** @description Other duties: all that it carries from then on. */
            duties?: string[] | null;
            /** @description Another kind. */
            kind?: string | null;
            /** @description Another name. */
            name?: string | null;
            /** @description Another unit above it. */
            parent?: string | null;
            /** @description Whether its duty room is staffed day and night. */
            round_the_clock?: boolean | null;
            /**
             * Format: date-time
             * @description Since when; now where nothing is said.
             */
            valid_from?: string | null;
        };
        /** @description 逾期说明. */
        OverdueExplanation: {
            /** @description 已采取的措施. */
            measures_taken: string;
            /** @description 下一步计划. */
            next_plan: string;
            /** @description 逾期原因. */
            reason: string;
        };
        /** @description A pack, without its figures. */
        PackItem: {
            /**
             * Format: int64
             * @description The position of the log that the figures are true at.
             */
            as_of_position: number;
            /** @description The role that had it frozen; `system` where it happened by itself. */
            by: string;
            /**
             * Format: date-time
             * @description When it was frozen.
             */
            frozen_at: string;
            /** @description Its period, which names it: `2026-W46`, `2026-10`, `2026-Q3`. */
            id: string;
            /** @description `weekly`, `monthly` or `quarterly`. */
            kind: string;
            /** @description 标题. */
            title: string;
        };
        /** @description A pack. */
        PackView: components["schemas"]["PackItem"] & {
            /** @description The figures, as they were frozen. */
            figures: Record<string, never>;
            /** @description The same in words. */
            text: string;
        };
        /** @description Packs, the latest frozen first. */
        Packs: {
            items: components["schemas"]["PackItem"][];
            /** @description Always nothing: a year has only so many periods. */
            next_cursor?: string | null;
        };
        /** @description A rate that is no more than a part of a mean. */
        Part: {
            /** Format: int64 */
            denominator: number;
            /** @description Its name, under which `explain` tells more. */
            figure: string;
            /** Format: int64 */
            numerator: number;
        };
        /**
         * @description Why another system is not told for the time being.
         * @enum {string}
         */
        PauseCause: "asked" | "failing";
        /** @description What a unit asks for. */
        PendingRequestView: {
            /**
             * Format: uuid
             * @description Identity of the request.
             */
            id: string;
            /** @description `return` or `extension`. */
            kind: components["schemas"]["DispatchRequest"];
            /** @description Why, personal data masked. */
            reason: string;
            /**
             * Format: date-time
             * @description When.
             */
            requested_at: string;
        };
        /** @description People, by their codes. */
        PeopleList: {
            items: components["schemas"]["PersonItem"][];
            /** @description Where the next page begins; nothing on the last. */
            next_cursor?: string | null;
        };
        /** @description Whose matter it is. */
        PeopleView: {
            /** @description Complainants beside the reporter. */
            complainants: number;
            /** @description Of these, how many are content (3 and better). */
            content: number;
            /** @description Households, that of the reporter included. */
            households: number;
            /**
             * Format: uuid
             * @description Who speaks for them.
             */
            representative?: string | null;
            /** @description Of these, how many say that it is solved. */
            solved: number;
            /** @description Households that voted in this round. */
            voted: number;
        };
        /** @description What half, nine tenths and nearly all did not exceed; interpolated in a histogram, and off by less than a fifth. */
        Percentiles: {
            /** Format: double */
            p50?: number | null;
            /** Format: double */
            p90?: number | null;
            /** Format: double */
            p99?: number | null;
        };
        /** @description From an instant up to, but not including, another; in Shanghai's time. */
        PeriodView: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
        };
        /**
         * @description Somebody of the organisation, with what they do at an instant and what is planned for them. Name and number are masked
         *     for everybody but administrators.
         */
        PersonItem: components["schemas"]["OfficerView"] & {
            /** @description 值班、带班: their hours of duty under way and to come, 20 at most. */
            duties: components["schemas"]["DutyItem"][];
            /** @description 包案领导、联点领导: the units that they look after. */
            looks_after: components["schemas"]["LeadershipItem"][];
            /** @description Their posts, by the unit. */
            posts: components["schemas"]["PostItem"][];
            /**
             * Format: date-time
             * @description Since when name and number are as they are.
             */
            valid_from?: string | null;
            /**
             * Format: date-time
             * @description Until when, for who is here for a time.
             */
            valid_to?: string | null;
        };
        /**
         * @description What was asked for and is decided by somebody else.
         * @enum {string}
         */
        PetitionKind: "extension" | "forced_closing" | "exclusion" | "score_appeal";
        /** @description Something that was asked for and is decided by somebody else. */
        PetitionView: {
            /** @description Yes or no; nothing while it waits. */
            approved?: boolean | null;
            /**
             * Format: date-time
             * @description When it was decided.
             */
            decided_at?: string | null;
            /**
             * Format: uuid
             * @description Which dispatch, for an extension.
             */
            dispatch?: string | null;
            /**
             * Format: date-time
             * @description The end that an extension gave the dispatch.
             */
            due_at?: string | null;
            /**
             * Format: uuid
             * @description Its identity, where several can be open at once.
             */
            id?: string | null;
            /** @description `extension`, `forced_closing`, `exclusion` or `score_appeal`. */
            kind: components["schemas"]["PetitionKind"];
            /** @description Why. */
            reason: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            requested_at: string;
            /** @description The unit of whoever decided. */
            ruled_by?: string | null;
            /** @description Why it was decided so. */
            ruling_reason?: string | null;
            /** @description How much longer, or on which ground. */
            subject?: string | null;
            /** @description The unit of whoever asked. */
            unit?: string | null;
        };
        /** @description A photograph of a case, beside others that look like it. */
        PhotoOfCase: components["schemas"]["PhotoView"] & {
            /** @description Photographs of the same unit in other cases that look like it, the latest first. */
            seen_before: components["schemas"]["PhotoSeen"][];
        };
        /** @description A photograph of another case. */
        PhotoSeen: {
            /**
             * Format: uuid
             * @description The other case.
             */
            case: string;
            /**
             * Format: uuid
             * @description The photograph there.
             */
            photo: string;
        };
        /**
         * @description With what a photograph came.
         * @enum {string}
         */
        PhotoStep: "report" | "local_handling" | "measure" | "feedback" | "milestone" | "rectification" | "reinspection" | "verification" | "look_back" | "petition";
        /** @description A photograph that was taken in. */
        PhotoTaken: {
            /** @description How large the JPEG is that was made of it. */
            bytes: number;
            /**
             * Format: int32
             * @description Pixels from top to bottom, at most 2,048.
             */
            height: number;
            /**
             * Format: uuid
             * @description The name under which a command uses it: as it is in `photos`, as `photo/ID` in `evidence`.
             */
            id: string;
            /**
             * Format: int32
             * @description Pixels from left to right, at most 2,048.
             */
            width: number;
        };
        /** @description A photograph of a case. */
        PhotoView: {
            /**
             * Format: date-time
             * @description When it came.
             */
            at: string;
            /**
             * Format: int32
             * @description Pixels from top to bottom.
             */
            height: number;
            /**
             * Format: uuid
             * @description Identity; the picture is at `GET /api/v1/photos/{id}`.
             */
            id: string;
            /** @description With what it came. */
            step: components["schemas"]["PhotoStep"];
            /**
             * Format: int32
             * @description Pixels from left to right.
             */
            width: number;
        };
        /** @description The photographs of a case. */
        PhotosOfCase: {
            /** @description In the order in which they came. */
            items: components["schemas"]["PhotoOfCase"][];
        };
        /** @description 计划. */
        Plan: {
            /** @description The milestones, first due first. */
            milestones: components["schemas"]["Milestone"][];
            /** @description What is planned. */
            note?: string | null;
        };
        /** @description The stages of the work. */
        PlanView: {
            /** @description The milestones, first due first. */
            milestones: components["schemas"]["MilestoneView"][];
            /**
             * Format: date-time
             * @description By when progress is reported next.
             */
            progress_due_at?: string | null;
        };
        /** @description Every policy that was ever adopted, oldest first. */
        Policies: {
            items: components["schemas"]["PolicyItem"][];
        };
        /** @description A policy, without its text. */
        PolicyItem: {
            /**
             * Format: date-time
             * @description Since when it is in force for newly filed cases.
             */
            adopted_at: string;
            /** @description Whether new cases are filed under it. */
            current: boolean;
            /** @description SHA-256 of its text, hexadecimal. */
            digest: string;
            /** @description Its title. */
            title: string;
            /** @description Its version. */
            version: components["schemas"]["u32"];
        };
        /** @description A policy, word for word. */
        PolicyView: components["schemas"]["PolicyItem"] & {
            /** @description The text (TOML). */
            document: string;
        };
        /** @description A post that somebody holds, or will. */
        PostItem: {
            /** @description The grid that they look after. */
            grid?: string | null;
            /**
             * Format: uuid
             * @description Identity of the post.
             */
            id: string;
            /** @description 主责任人: answers for the grid. */
            responsible: boolean;
            /** @description What they may do in the service. */
            role: components["schemas"]["Role"];
            /** @description What the post is called: 网格长, 楼栋长, 经办人. */
            title: string;
            /** @description Where. */
            unit: string;
            /**
             * Format: date-time
             * @description Since when.
             */
            valid_from: string;
            /**
             * Format: date-time
             * @description Until when, where that is known.
             */
            valid_to?: string | null;
        };
        /** @description Rulings on returns, the newest first. */
        PrecedentList: {
            items: components["schemas"]["PrecedentView"][];
            /** @description Where the next page begins; nothing on the last. */
            next_cursor?: string | null;
        };
        /** @description A ruling on a return. */
        PrecedentView: {
            /** @description Whether it might. */
            approved: boolean;
            /**
             * Format: uuid
             * @description The case; not everybody who reads its ruling may see it.
             */
            case_id: string;
            /** @description Category of the case. */
            category: string;
            /** @description The unit that asked to return it. */
            department: string;
            /** @description 审定: whether it was the last word. */
            last_word: boolean;
            /** @description Number of the case. */
            number: string;
            /** @description Why, personal data masked. */
            reason: string;
            /**
             * Format: uuid
             * @description The request that was ruled on.
             */
            request: string;
            /**
             * Format: date-time
             * @description When.
             */
            ruled_at: string;
            /** @description The unit responsible for the territory of that case. */
            territorial_unit: string;
            /** @description The unit whose duty it was found to be. */
            unit: string;
        };
        /** @description What went wrong. */
        Problem: {
            /** @description A stable name for programs. */
            code: string;
            /** @description This very problem, in plain English. */
            detail: string;
            /** @description Fields that cannot be accepted. */
            errors?: components["schemas"]["FieldError"][];
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description The kind of problem in a few words. */
            title: string;
            /** @description A URI reference that names the kind of problem; `code` in another dress. */
            type: string;
        };
        /** @description 进展. */
        Progress: {
            /** @description What was done. */
            progress: string;
        };
        /** @description One thing that happened. */
        PublicStep: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What: the name of the event. */
            step: string;
            /** @description What was said to the resident, personal data masked. */
            text?: string | null;
            /** @description The unit concerned, in words. */
            unit?: string | null;
        };
        /** @description Progress of a case. */
        PublicView: {
            /** @description Category code. */
            category: string;
            /** @description Category in words. */
            category_name: string;
            /**
             * Format: date-time
             * @description When it was closed.
             */
            closed_at?: string | null;
            /** @description The whole story as they told it, personal data masked. */
            description: string;
            /** @description The short form of the number, for people. */
            display_number: string;
            /**
             * Format: date-time
             * @description By when it is promised to be done.
             */
            due_at?: string | null;
            /** @description The case number. */
            number: string;
            /** @description The photographs that came with the report, and those of the work once it was found good. */
            photos: components["schemas"]["PhotoView"][];
            /**
             * Format: date-time
             * @description When it was raised.
             */
            raised_at: string;
            /** @description Whether it can be rated now. */
            rateable: boolean;
            /** @description Where the case stands. */
            status: components["schemas"]["CaseStatus"];
            /** @description What happened so far, oldest first. */
            steps: components["schemas"]["PublicStep"][];
            /** @description One line, personal data masked. */
            title: string;
        };
        /** @description The resident's verdict. */
        Rating: {
            /** @description In their words. */
            comment?: string | null;
            /**
             * Format: int32
             * @description 1 (very dissatisfied) to 5 (very satisfied).
             */
            satisfaction: number;
            /** @description Is the problem gone? */
            solved: boolean;
        };
        /** @description The resident's rating. */
        RatingView: {
            /**
             * Format: date-time
             * @description When.
             */
            rated_at: string;
            /**
             * Format: int32
             * @description 1 to 5.
             */
            satisfaction: number;
            /** @description Solved? */
            solved: boolean;
        };
        /**
         * @description Why a dispatch was taken back.
         * @enum {string}
         */
        RecallCause: "returned" | "transferred" | "released" | "orphaned";
        /** @description The receipt. */
        Receipt: {
            /**
             * Format: uuid
             * @description Identity of the case.
             */
            id: string;
            /** @description The case number. */
            number: string;
            /** @description The secret with which the case can be followed and rated without an account. */
            query_code: string;
            /** @description Where the case stands. */
            status: components["schemas"]["CaseStatus"];
            /**
             * Format: int32
             * @description Its version.
             */
            version: number;
        };
        /** @description 重新归类. */
        Reclassification: {
            /** @description Category code from now on. */
            category: string;
            kind?: components["schemas"]["WhistleKind"] | null;
            /** @description Why. */
            reason: string;
        };
        /** @description The unit says that an item is put right. */
        RectificationClaim: {
            /** @description What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`). */
            evidence?: string[];
            /**
             * Format: uuid
             * @description Which item.
             */
            item: string;
            /** @description What was done. */
            result: string;
        };
        /** @description 责令限期整改. */
        RectificationOrder: {
            /**
             * Format: uuid
             * @description Which item.
             */
            item: string;
            /** @description What is asked. */
            requirement: string;
            /** @description The unit that must put it right. */
            unit: string;
            /** @description Within which time: `3wd` working days, `4wh` working hours, `2h`, `30min` or `7d`, with a count of 1 to 999. */
            within: string;
        };
        /** @description Why. */
        Refusal: {
            /** @description Why; told to the resident. */
            reason: string;
        };
        /** @description A case on a register. */
        RegisterEntry: {
            /** Format: uuid */
            case_id: string;
            /** @description Category code. */
            category: string;
            /**
             * Format: date-time
             * @description By when something is due: the review of a parked case, the answer to a supervision, the next stage of a plan.
             */
            due_at?: string | null;
            grid: string;
            kind: components["schemas"]["WhistleKind"];
            /** @description The case number. */
            number: string;
            /**
             * Format: date-time
             * @description Since when it stands on the register.
             */
            since: string;
            /** @description Where the case stands. */
            status: components["schemas"]["CaseStatus"];
            /** @description One line, personal data masked. */
            title: string;
            /** @description The unit that it concerns. */
            unit?: string | null;
        };
        /** @description Cases on a register, what is due first at the top. */
        RegisterList: {
            items: components["schemas"]["RegisterEntry"][];
            /** @description Where the next page begins; nothing on the last. */
            next_cursor?: string | null;
        };
        /** @description 复查. */
        Reinspection: {
            /** @description What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`). */
            evidence?: string[];
            /**
             * Format: uuid
             * @description Which item.
             */
            item: string;
            /** @description What was seen. */
            note?: string | null;
            /** @description Whether it is put right. */
            passed: boolean;
        };
        /** @description A helping unit is not needed any more. */
        Release: {
            /** @description Why. */
            reason: string;
        };
        /** @description 重新办理. */
        Reopening: {
            /** @description Why. */
            reason: string;
        };
        /** @description A new password, told this once. */
        ReplacedPassword: {
            /** @description The password. Nothing when the request was carried out before: it was told then. */
            password?: string | null;
            /** @description Whose. */
            username: string;
        };
        /** @description A new secret, told this once. */
        ReplacedSecret: components["schemas"]["IntegrationView"] & {
            /**
             * @description What deliveries are signed with from now on; the one before signs as well for another 24 hours. Nothing when the
             *     request was carried out before: it was told then.
             */
            secret?: string | null;
        };
        /** @description Where to go on from. */
        Replay: {
            /**
             * Format: int64
             * @description It is told once more what stands after this position of the log, which must not lie beyond what was delivered; 0 is
             *     everything.
             */
            after: number;
        };
        /** @description Place, person, time. */
        ReportForDuty: {
            /** @description Who; kept sealed. */
            person?: string | null;
            /** @description Where; `online` where it is not given. */
            place?: string | null;
            /**
             * Format: date-time
             * @description When they arrived; now where it is not given. Clocks are judged by when it was recorded.
             */
            time?: string | null;
        };
        /** @description Who reports. Kept sealed. */
        Reporter: {
            /** @description Name. */
            name?: string | null;
            /** @description Telephone number. */
            phone?: string | null;
        };
        /** @description Who reported, masked. */
        ReporterView: {
            /** @description Such as 张*. */
            name?: string | null;
            /** @description Such as 138****5678. */
            phone?: string | null;
        };
        /** @description 推选代表. */
        Representation: {
            /**
             * Format: uuid
             * @description Which of the complainants: the id that their joining `created`.
             */
            complainant: string;
        };
        /** @description 逐级化解率. */
        ResolvedAt: {
            /**
             * Format: double
             * @description 楼栋.
             */
            building?: number | null;
            /**
             * Format: double
             * @description 社区.
             */
            community?: number | null;
            /**
             * Format: double
             * @description 小区.
             */
            compound?: number | null;
            /**
             * Format: double
             * @description 区县.
             */
            district?: number | null;
            /**
             * Format: double
             * @description 街道.
             */
            street?: number | null;
        };
        /** @description What one check found. */
        ResponsibilityView: {
            /**
             * Format: date-time
             * @description The instant that was looked at.
             */
            at: string;
            /** @description Leaf grids without exactly one person who answers for them; 200 at most. */
            gaps: components["schemas"]["GapView"][];
            /** @description How many there are altogether. */
            gaps_total: number;
            /** @description How many leaf grids there were. */
            leaf_grids: number;
            /** @description Pairs of leaf grids that share area. */
            overlapping: string[][];
            /** @description Points inside the map that no leaf grid covers, longitude and latitude in CGCS2000; 20 at most. */
            uncovered: number[][];
        };
        /** @description 解除挂账. */
        Resumption: {
            /** @description Why. */
            reason: string;
        };
        /** @description 退单申请. */
        ReturnRequest: {
            /** @description The item of the duty list, or the fact of the boundary, that it rests on. */
            basis: string;
            /** @description Whose duty it is instead. */
            proposed_unit?: string | null;
            /** @description Why. */
            reason: string;
        };
        /** @description 退单审批. */
        ReturnRuling: {
            /** @description `approve` or `refuse`. */
            decision: components["schemas"]["Decision"];
            /** @description Why; kept as a precedent. */
            reason: string;
            /** @description Whose duty it is found to be; the proposed unit where none is named. */
            unit?: string | null;
        };
        /**
         * @description What somebody does here. Nobody logs in as `system`, which acts when time runs out.
         * @enum {string}
         */
        Role: "resident" | "grid_worker" | "community" | "hotline" | "dispatcher" | "department" | "supervisor" | "auditor" | "admin" | "system";
        /** @description The roster. */
        RosterView: {
            /**
             * Format: date-time
             * @description The instant that was asked for.
             */
            at: string;
            /**
             * @description Who is called, one after the other, when an emergency sent to the unit is not signed for; empty when no unit was
             *     asked for.
             */
            chain: components["schemas"]["CalledView"][];
            /** @description The shifts under way then and to come, the earliest first; 200 at most. */
            items: components["schemas"]["DutyShiftView"][];
        };
        /** @description Where a case should go, and why. */
        RoutingAdvice: {
            /** @description Units that usually help. */
            co_handlers: string[];
            /** @description Units that may lead instead. */
            line_alternatives: string[];
            /** @description 行业主管: the unit whose duty it is by the policy. */
            line_owner: string;
            /** @description 判例: what was ruled in cases of the same category, those of the same territory first. */
            precedents: components["schemas"]["PrecedentView"][];
            /** @description 属地管理: the unit responsible by territory. */
            territorial_owner: string;
            /** @description Duties that nobody carries: signs of an orphan matter. */
            unresolved: string[];
        };
        /** @description A row: what it stands for, and its figures. */
        Row: components["schemas"]["Figures"] & {
            change?: components["schemas"]["Change"] | null;
            /** @description A unit, a category or a level; empty for the total. */
            key: string;
            /** @description Its name. */
            name?: string | null;
            previous?: components["schemas"]["Figures"] | null;
            /** @description Its place by score; equal scores share one. With a small sample the score's lower bound decides. */
            rank?: number | null;
            /**
             * Format: double
             * @description 综合得分, up to 100; null where none of its three rates is known.
             */
            score?: number | null;
            /** @description 样本不足: fewer were due than the policy asks for. */
            small_sample: boolean;
            whistle_rate?: components["schemas"]["WhistleRateView"] | null;
            /**
             * Format: double
             * @description 双考核: the score of those who blow the whistle, up to 100.
             */
            whistle_score?: number | null;
        };
        /** @description A ruling on a return. */
        RulingView: {
            /** @description Whether the unit handed it back. */
            approved: boolean;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Why. */
            reason: string;
            /** @description Whose duty it was found to be. */
            unit: string;
        };
        /** @description Words, and when they were written. */
        SaidView: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description The words, personal data masked. */
            text: string;
        };
        /** @description 申诉. */
        ScoreAppeal: {
            /** @description What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`). */
            evidence?: string[];
            /** @description Why. */
            reason: string;
        };
        /** @description 申诉处理. */
        ScoreAppealRuling: {
            /**
             * Format: uuid
             * @description Which appeal.
             */
            appeal: string;
            /** @description `approve` or `refuse`. */
            decision: components["schemas"]["Decision"];
            /** @description Why. */
            reason: string;
        };
        /** @description 综合得分 of a unit, and what it is made of. */
        ScoreRow: {
            /** @description What is taken off. */
            deductions: components["schemas"]["Off"][];
            /**
             * Format: int64
             * @description What was due.
             */
            due: number;
            /** @description 挂账率, 剔除率, 强制结案率. */
            escape: components["schemas"]["EscapeRates"];
            key: string;
            /** @description Its name. */
            name?: string | null;
            /** @description Its place; equal points share one. */
            rank?: number | null;
            /**
             * Format: double
             * @description Points, up to 100.
             */
            score?: number | null;
            /**
             * Format: double
             * @description The same with the lower end of Wilson's interval in place of each rate: what a small sample is ranked by.
             */
            score_at_least?: number | null;
            /** @description 样本不足. */
            small_sample: boolean;
            /** @description The rates in it. */
            terms: components["schemas"]["Term"][];
            /**
             * Format: double
             * @description 双考核: the score of those who blow the whistle, up to 100; null where no case is counted.
             */
            whistle_score?: number | null;
            /** @description The rates in that. */
            whistle_terms: components["schemas"]["Part"][];
        };
        /** @description A ranking. */
        Scores: {
            /**
             * Format: date-time
             * @description When clocks were judged.
             */
            at: string;
            /** @description What is ranked. */
            group_by: string;
            /** @description The best first; those without a score last. */
            items: components["schemas"]["ScoreRow"][];
            /** @description The period, as it was understood. */
            period: components["schemas"]["PeriodView"];
            /**
             * Format: int32
             * @description The policy whose weights and deductions it uses.
             */
            policy_version: number;
            /**
             * Format: int64
             * @description The position of the log up to which the ranking knows.
             */
            position: number;
            /**
             * Format: int32
             * @description Cases below which a sample is small.
             */
            sample_min: number;
        };
        /** @description How a dissatisfied case goes on. */
        Settlement: {
            /** @description `redo`, `analysis`, `extension` (with `length`) or `transfer` (with `to`). */
            exit: components["schemas"]["DissatisfactionExit"];
            /** @description How much longer, needed for an extension: `3wd` working days, `4wh` working hours, `2h`, `30min` or `7d`, with a count of 1 to 999. */
            length?: string | null;
            /** @description Why; told to the resident. */
            reason: string;
            /** @description The unit that takes over, needed for a transfer. */
            to?: string | null;
        };
        /** @description The same cases or dispatches, judged twice. */
        SideBySide: {
            /** @description As it was. */
            actual: components["schemas"]["Judged"];
            /** @description Hypothetical less actual. */
            difference: components["schemas"]["Judged"];
            /** @description As it would have been. */
            hypothetical: components["schemas"]["Judged"];
        };
        /** @description 签到. */
        SignIn: {
            /**
             * Format: uuid
             * @description Which joint action.
             */
            action: string;
            /** @description Who came; kept sealed. */
            person?: string | null;
        };
        /** @description A report. */
        SlaReport: {
            /**
             * Format: date-time
             * @description When clocks were judged.
             */
            at: string;
            compared?: components["schemas"]["PeriodView"] | null;
            /** @description 统计口径: what each rate divides by what. */
            definitions: {
                [key: string]: string;
            };
            /** @description What the rows stand for. */
            group_by: string;
            /** @description One for each key under which there is anything, in the order of the keys. */
            items: components["schemas"]["Row"][];
            /** @description The period, as it was understood. */
            period: components["schemas"]["PeriodView"];
            /**
             * Format: int32
             * @description The policy whose weights and bounds it uses.
             */
            policy_version: number;
            /**
             * Format: int64
             * @description The position of the log up to which the report knows.
             */
            position: number;
            /**
             * @description Everything that the caller may see; where rows overlap (areas), no sum of them. It has no score: deductions are
             *     points of one unit.
             */
            total: components["schemas"]["Row"];
        };
        /** @description 解除督办. */
        SupervisionEnd: {
            /** @description Why. */
            reason: string;
            /**
             * Format: uuid
             * @description Which.
             */
            supervision: string;
        };
        /**
         * @description 督办: the rungs.
         * @enum {string}
         */
        SupervisionMeasure: "reminder" | "yellow_card" | "red_card" | "written" | "elevated";
        /** @description 督办. */
        SupervisionOrder: {
            /** @description The unit that must move; the one in charge of the case where none is named. */
            department?: string | null;
            /** @description `reminder`, `yellow_card`, `red_card`, `written` or `elevated`; a reminder where it is not given. */
            measure?: components["schemas"]["SupervisionMeasure"];
            /** @description Why. */
            reason: string;
        };
        /** @description 督办回复. */
        SupervisionReply: {
            /** @description The answer. */
            reply: string;
            /**
             * Format: uuid
             * @description Which.
             */
            supervision: string;
        };
        /** @description 督办. */
        SupervisionView: {
            /**
             * Format: date-time
             * @description When it was answered.
             */
            answered_at?: string | null;
            /** @description Leaders who got a copy. */
            copied_to: string[];
            /** @description The unit that must move. */
            department: string;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was issued.
             */
            issued_at: string;
            /**
             * Format: date-time
             * @description When it was lifted.
             */
            lifted_at?: string | null;
            /** @description Which rung: `reminder`, `yellow_card`, `red_card`, `written` or `elevated`. */
            measure: components["schemas"]["SupervisionMeasure"];
            /** @description Why. */
            reason: string;
            /**
             * Format: date-time
             * @description By when an answer is due.
             */
            reply_due_at?: string | null;
        };
        /** @description How the calendar differs from the one in force. */
        SupposedCalendar: {
            /** @description Days that are off, or working days, unlike in the calendar. */
            extra_days?: components["schemas"]["SupposedDay"][];
        };
        /** @description A day that is another one than in the calendar. */
        SupposedDay: {
            /**
             * Format: date
             * @description The day in China, such as `2026-09-28`.
             */
            date: string;
            /** @description `off` or `work`. */
            kind: string;
        };
        /** @description Which policy. */
        SupposedPolicy: {
            /** @description Its whole text (TOML). */
            document?: string | null;
            version?: components["schemas"]["u32"] | null;
        };
        /**
         * @description 挂账: what stands in the way.
         * @enum {string}
         */
        SuspensionGround: "engineering" | "season" | "funds" | "ownership" | "policy";
        /** @description 挂账申请. */
        SuspensionRequest: {
            /** @description `engineering`, `season`, `funds`, `ownership` or `policy`. */
            ground: components["schemas"]["SuspensionGround"];
            /** @description What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`). */
            proof?: string[];
            /** @description The obstacle, and what would lift it. */
            reason: string;
            /**
             * Format: date-time
             * @description When it is looked at again, within 90 days unless the policy says otherwise: an instant, or a day.
             */
            review_at: string;
        };
        /** @description 挂账复核. */
        SuspensionReview: {
            /** @description What was found. */
            finding: string;
            /**
             * Format: date-time
             * @description When it is looked at again.
             */
            review_at: string;
        };
        /** @description 挂账审批. */
        SuspensionRuling: {
            /** @description `approve` or `refuse`. */
            decision: components["schemas"]["Decision"];
            /** @description Why. */
            reason: string;
        };
        /**
         * @description How a parking that was asked for stands.
         * @enum {string}
         */
        SuspensionState: "requested" | "in_force" | "refused" | "lifted";
        /** @description 挂账. */
        SuspensionView: {
            /** @description Which sort of obstacle: `engineering`, `season`, `funds`, `ownership` or `policy`. */
            ground: components["schemas"]["SuspensionGround"];
            /**
             * Format: date-time
             * @description Until when it was.
             */
            lifted_at?: string | null;
            /** @description The papers that prove the obstacle. */
            proof: string[];
            /** @description The obstacle. */
            reason: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            requested_at: string;
            /**
             * Format: date-time
             * @description When it must be looked at again.
             */
            review_at: string;
            /**
             * Format: date-time
             * @description When it was decided, either way.
             */
            ruled_at?: string | null;
            /** @description The unit of whoever decided. */
            ruled_by?: string | null;
            /** @description Why it was decided so. */
            ruling_reason?: string | null;
            /**
             * Format: date-time
             * @description Since when the case is parked.
             */
            since?: string | null;
            /** @description `requested`, `in_force`, `refused` or `lifted`. */
            state: components["schemas"]["SuspensionState"];
            /** @description The unit of whoever asked. */
            unit?: string | null;
        };
        /** @description A rate in a score. */
        Term: {
            /** Format: int64 */
            denominator: number;
            /** @description Its name, under which `explain` tells more. */
            figure: string;
            /** Format: int64 */
            numerator: number;
            /**
             * Format: double
             * @description What it adds.
             */
            points: number;
            /**
             * Format: double
             * @description Its share in this score; the weight of a rate that is not known goes to the others in proportion.
             */
            share: number;
            /**
             * Format: int32
             * @description Its weight in the policy, percent.
             */
            weight: number;
        };
        /** @description 改派: another unit takes over. */
        Transfer: {
            /** @description Why. */
            reason: string;
            /** @description The unit that takes over. */
            to: string;
        };
        /** @description What came back. */
        Trial: {
            /**
             * Format: uuid
             * @description The delivery, as the receiver knows it.
             */
            delivery: string;
            error?: components["schemas"]["NoAnswer"] | null;
            /**
             * Format: int64
             * @description How long it took, in milliseconds; at most ten seconds.
             */
            milliseconds: number;
            /**
             * Format: int32
             * @description The status of HTTP, if an answer came.
             */
            status?: number | null;
            /** @description Whether the receiver took it: whether the status is 200 to 299. */
            taken: boolean;
        };
        /** @description 单位. */
        UnitItem: {
            code: string;
            /** @description `district`, `department`, `utility`, `street`, `community`, `compound`, …. */
            kind: components["schemas"]["UnitKind"];
            name: string;
            /** @description The unit above it. */
            parent?: string | null;
            /** @description 二十四小时值班: its duty room is staffed day and night. */
            round_the_clock: boolean;
        };
        /**
         * @description What a unit is.
         * @enum {string}
         */
        UnitKind: "district" | "centre" | "department" | "utility" | "street" | "community" | "village" | "compound" | "building" | "property_company" | "committee";
        /** @description Every unit. */
        Units: {
            items: components["schemas"]["UnitItem"][];
        };
        /** @description What was found. */
        Verification: {
            /** @description What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`). */
            evidence?: string[];
            /** @description 无法核查: it could not be judged; the note says why. */
            impossible?: boolean;
            /** @description What was seen. */
            note?: string | null;
            /** @description Good or not; needed unless it could not be judged. */
            passed?: boolean | null;
            /** @description Which dispatches go back when it is not good; the lead where none is named. */
            rework?: string[];
        };
        /** @description A wording that waits until somebody else has checked it. */
        WaitingWording: {
            /**
             * Format: uuid
             * @description The case.
             */
            case_id: string;
            /** @description Category code. */
            category: string;
            /** @description Its number. */
            number: string;
            /** @description Whether the caller proposed them, and so cannot decide on them. */
            own: boolean;
            /** @description The unit of whoever proposed them. */
            proposed_by?: string | null;
            /** @description The neighbourhood on whose wall it would stand. */
            territorial_unit: string;
            /** @description One line, personal data masked. */
            title: string;
            /**
             * Format: int32
             * @description The version of the case, for the ruling's `If-Match`.
             */
            version: number;
            /** @description The words, and when they were proposed. */
            wording: components["schemas"]["EchoWordingView"];
        };
        /** @description A part of the wordings that wait. */
        WaitingWordings: {
            /** @description The oldest first. A part has fewer than were asked for when some were decided on just now. */
            items: components["schemas"]["WaitingWording"][];
            /** @description Where the next part begins; nothing after the last. */
            next_cursor?: string | null;
        };
        /** @description What is supposed of a past period. */
        WhatIfQuestion: {
            /** @description A position of the log, or an instant of `recorded_at`: only what the log had then. */
            as_of?: string | null;
            /**
             * Format: date-time
             * @description The instant at which clocks are judged; that of `as_of`, else now, where it is not given.
             */
            at?: string | null;
            calendar?: components["schemas"]["SupposedCalendar"] | null;
            /** @description The first instant of the period, or a date, which means its first instant in Shanghai. */
            from: string;
            /** @description `department`, `area`, `category` or `level`; `department` where nothing is said. */
            group_by?: string | null;
            policy?: components["schemas"]["SupposedPolicy"] | null;
            /** @description The first instant, or date, after it. */
            to: string;
        };
        /** @description A period as it was, and as it would have been. */
        WhatIfReport: {
            /**
             * Format: date-time
             * @description The instant at which clocks were judged.
             */
            at: string;
            /** @description Cases that have a part in it. */
            cases: number;
            /** @description One row for each key, in their order. */
            items: components["schemas"]["WhatIfRow"][];
            /**
             * Format: int64
             * @description What was known: the log up to this position.
             */
            position?: number | null;
            /** @description Of everything, each case or dispatch once. */
            total: components["schemas"]["SideBySide"];
            /**
             * @description Of these, the ones that the policy cannot judge, because it does not know their category. They count on both sides
             *     as they are.
             */
            unjudged: number;
        };
        /** @description One row. */
        WhatIfRow: components["schemas"]["SideBySide"] & {
            /** @description A unit, a category or a level. */
            key: string;
            /** @description Its name, where it has one. */
            name?: string | null;
        };
        /** @description A problem, as it is reported. */
        Whistle: {
            /** @description Nobody is named as the reporter. */
            anonymous?: boolean;
            /**
             * @description Category code; see `GET /api/v1/categories`.
             * @example 0402
             */
            category: string;
            /** @description The reporter's identity stays with the intake. */
            confidential?: boolean;
            /** @description The whole story, of at most 4,000 characters. */
            description?: string | null;
            kind?: components["schemas"]["WhistleKind"] | null;
            /** @description Where it is. */
            location: components["schemas"]["Location"];
            /** @description Photographs, by the ids of `POST /api/v1/photos`; at most six. */
            photos?: string[];
            reporter?: components["schemas"]["Reporter"] | null;
            /** @description Channel: 1 to 32 of `a-z`, `0-9` and `_`. */
            source?: string | null;
            /** @description One line of at most 100 characters. */
            title: string;
        };
        /**
         * @description 哨型: what kind of answer a whistle asks for.
         * @enum {string}
         */
        WhistleKind: "appeal" | "law" | "emergency" | "key" | "mediation";
        /** @description 吹哨率. */
        WhistleRateView: {
            /** @description `too_low`, `in_band` or `too_high`, by the bounds of the policy. */
            band: string;
            /**
             * Format: double
             * @description Whistles ÷ all local problems.
             */
            rate: number;
        };
        /** @description Why it is taken back. */
        Withdrawal: {
            /** @description Why. */
            reason: string;
        };
        /** @description What a unit was asked to do, and what it did. */
        WorkView: {
            /** @description 逾期说明, oldest first. */
            explanations: components["schemas"]["ExplanationView"][];
            /** @description What is asked of it, personal data masked. */
            instruction: string;
            /** @description What it has done, oldest first. */
            measures: components["schemas"]["SaidView"][];
            request?: components["schemas"]["PendingRequestView"] | null;
            /** @description What came of it: once, and again after each rework, oldest first. */
            results: components["schemas"]["SaidView"][];
        };
        /** Format: int32 */
        u32: number;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_accounts: {
        parameters: {
            query?: {
                /** @description Part of the user name or of the name that colleagues see. */
                q?: string;
                /** @description Only of this role. */
                role?: string;
                /** @description `open` or `closed`; both where nothing is said. */
                state?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many, 1 to 200; 50 where it is not given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By user name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_account: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description Opened */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedAccount"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    access_history: {
        parameters: {
            query?: {
                /** @description A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then. */
                as_of?: string;
                /** @description `oldest` or `newest` first; `oldest` where nothing is said. */
                order?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many, 1 to 200; 50 where it is not given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every event, oldest first where no order is given */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessHistoryPage"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_account: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The account */
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountItem"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issue_key: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The account */
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description Issued */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedKey"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_key: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The account */
                username: string;
                /** @description The key */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace_password: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The account */
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Replaced */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacedPassword"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendar_year: {
        parameters: {
            query?: {
                /** @description The year; the present one where nothing is said. */
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The year */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYearView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendar_due: {
        parameters: {
            query: {
                /** @description When it starts (RFC 3339); now where nothing is said. */
                from?: string;
                /** @description `3wd` legal working days, `4wh` working hours, `2h` hours, `30min` minutes, `7d` natural days. */
                limit: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The end */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declare_local_day: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLocalDay"];
            };
        };
        responses: {
            /** @description Declared */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalDayView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_local_day: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The day */
                date: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalDayView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_year: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The year */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewYear"];
            };
        };
        responses: {
            /** @description Published */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYearView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_cases: {
        parameters: {
            query?: {
                /**
                 * @description Where the case stands, one of these or several separated by commas: `raised`, `declined`, `endorsed`, `handled_locally`, `filed`, `dispatched`, `in_handling`, `verification`,
                 *     `callback`, `dissatisfied`, `closed`, `not_accepted`, `diverted`, `merged` or `withdrawn`.
                 */
                status?: string;
                /** @description A unit that was sent. */
                department?: string;
                /** @description Grid code. */
                grid?: string;
                /** @description A unit: everything in its area. */
                area?: string;
                /** @description Category code. */
                category?: string;
                /** @description `appeal`, `law`, `emergency`, `key` or `mediation`. */
                kind?: string;
                /** @description `green`, `yellow`, `red`, `grey` or `purple`. */
                lamp?: string;
                /** @description Words to look for in title, description, address and number. */
                q?: string;
                /** @description Raised at this instant or later. */
                from?: string;
                /** @description Raised before this instant. */
                to?: string;
                /** @description `newest` first, where nothing is said, or `oldest` first, as a queue is served. */
                order?: string;
                /** @description A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then. */
                as_of?: string;
                /** @description The instant at which clocks are judged; that of `as_of`, else now, where it is not given. */
                at?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many, 1 to 200; 50 where it is not given. */
                limit?: number;
                /** @description Wait until the answer knows everything up to this position. */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of cases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseList"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    raise: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Whistle"];
            };
        };
        responses: {
            /** @description Raised */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_cases: {
        parameters: {
            query?: {
                /** @description `xlsx` (at most 1,048,571 rows) or `csv`; `xlsx` where it is not given. */
                format?: string;
                /**
                 * @description Where the case stands, one of these or several separated by commas: `raised`, `declined`, `endorsed`, `handled_locally`, `filed`, `dispatched`, `in_handling`, `verification`,
                 *     `callback`, `dissatisfied`, `closed`, `not_accepted`, `diverted`, `merged` or `withdrawn`.
                 */
                status?: string;
                /** @description A unit that was sent. */
                department?: string;
                /** @description Grid code. */
                grid?: string;
                /** @description A unit: everything in its area. */
                area?: string;
                /** @description Category code. */
                category?: string;
                /** @description `appeal`, `law`, `emergency`, `key` or `mediation`. */
                kind?: string;
                /** @description `green`, `yellow`, `red`, `grey` or `purple`. */
                lamp?: string;
                /** @description Words to look for in title, description, address and number. */
                q?: string;
                /** @description Raised at this instant or later. */
                from?: string;
                /** @description Raised before this instant. */
                to?: string;
                /** @description `newest` first, where nothing is said, or `oldest` first, as a queue is served. */
                order?: string;
                /** @description The instant at which lamps are judged; now where it is not given. */
                at?: string;
                /** @description Wait until the answer knows everything up to this position. */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read: {
        parameters: {
            query?: {
                /** @description A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then. */
                as_of?: string;
                /** @description The instant at which clocks are judged; that of `as_of`, else now, where it is not given. */
                at?: string;
            };
            header?: never;
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    amend: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Amendment"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answer_supervision: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupervisionReply"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appeal_score: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoreAppeal"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    callback: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Callback"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claim_rectified: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RectificationClaim"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Closing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    co_handlers: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FurtherDispatches"];
            };
        };
        responses: {
            /** @description Dispatched */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_complainants: {
        parameters: {
            query?: {
                /** @description A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then. */
                as_of?: string;
                /** @description The instant at which clocks are judged; that of `as_of`, else now, where it is not given. */
                at?: string;
            };
            header?: never;
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplainantList"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complainants: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Joining"];
            };
        };
        responses: {
            /** @description Joined */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decline: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dispatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Dispatches"];
            };
        };
        responses: {
            /** @description Dispatched */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    divert: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Diversion"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_echo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EchoProposal"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retract_echo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EchoRetraction"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rule_echo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EchoRuling"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endorse: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Endorsement"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    escalate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Escalation"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    file: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Filing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handle_locally: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocalHandling"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    history: {
        parameters: {
            query?: {
                /** @description A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every event, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaves: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many, 1 to 200; 50 where it is not given. */
                limit?: number;
                /** @description A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the leaves, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeafPage"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hold_joint_action: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JointResult"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    items: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemList"];
            };
        };
        responses: {
            /** @description Listed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    joint_actions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JointMeeting"];
            };
        };
        responses: {
            /** @description Scheduled */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lift_supervision: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupervisionEnd"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    link: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Linking"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    look_back: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookingBack"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Merging"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    milestones: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MilestoneReport"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    not_accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotAccepting"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    order_rectification: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RectificationOrder"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orphan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Orphanage"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    photos_of_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every photograph */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotosOfCase"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    plan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Plan"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    case_progress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Progress */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    progress: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Progress"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rating"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reclassify: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reclassification"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reinspect: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reinspection"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reopening"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    representative: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Representation"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_exclusion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Exclusion"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_forced_closing: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForcedClosing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_item: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemRestoration"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Resumption"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_suspension: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspensionReview"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    routing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Units, and precedents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingAdvice"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rule_exclusion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExclusionRuling"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rule_forced_closing: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForcedClosingRuling"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rule_score_appeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoreAppealRuling"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rule_suspension: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspensionRuling"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Settlement"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    supervise: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupervisionOrder"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspend: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspensionRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Verification"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    votes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdVote"];
            };
        };
        responses: {
            /** @description Voted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdrawal"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    categories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every category */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Categories"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_dispatches: {
        parameters: {
            query?: {
                /** @description The unit that was sent. */
                department?: string;
                /** @description How far it has come. */
                state?: string;
                /** @description `lead`, `co_handler` or `notified`. */
                role?: string;
                /** @description Whether the department still owes something. */
                open?: boolean;
                /** @description Whether a clock has run out. */
                overdue?: boolean;
                /** @description `green`, `yellow`, `red`, `grey` or `purple`. */
                lamp?: string;
                /** @description Grid code. */
                grid?: string;
                /** @description A unit: everything in its area. */
                area?: string;
                /** @description Category code. */
                category?: string;
                /** @description `appeal`, `law`, `emergency`, `key` or `mediation`. */
                kind?: string;
                /** @description Words to look for in the case. */
                q?: string;
                /** @description A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then. */
                as_of?: string;
                /** @description The instant at which clocks are judged; that of `as_of`, else now, where it is not given. */
                at?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many, 1 to 200; 50 where it is not given. */
                limit?: number;
                /** @description Wait until the answer knows everything up to this position. */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of dispatches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchList"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_dispatches: {
        parameters: {
            query?: {
                /** @description `xlsx` (at most 1,048,571 rows) or `csv`; `xlsx` where it is not given. */
                format?: string;
                /** @description The unit that was sent. */
                department?: string;
                /** @description How far it has come. */
                state?: string;
                /** @description `lead`, `co_handler` or `notified`. */
                role?: string;
                /** @description Whether the department still owes something. */
                open?: boolean;
                /** @description Whether a clock has run out. */
                overdue?: boolean;
                /** @description `green`, `yellow`, `red`, `grey` or `purple`. */
                lamp?: string;
                /** @description Grid code. */
                grid?: string;
                /** @description A unit: everything in its area. */
                area?: string;
                /** @description Category code. */
                category?: string;
                /** @description `appeal`, `law`, `emergency`, `key` or `mediation`. */
                kind?: string;
                /** @description Words to look for in the case. */
                q?: string;
                /** @description The instant at which lamps are judged; now where it is not given. */
                at?: string;
                /** @description Wait until the answer knows everything up to this position. */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The dispatch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The dispatch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Contact"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explain_overdue: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The dispatch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverdueExplanation"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The dispatch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Feedback"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    measures: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The dispatch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Measure"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    release: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The dispatch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Release"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The dispatch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportForDuty"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_extension: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The dispatch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_return: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The dispatch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rule_extension: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The dispatch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionRuling"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rule_return: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The dispatch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnRuling"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The dispatch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
                /** @description The version of the case that the caller has seen */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The dispatch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transfer"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duty_roster: {
        parameters: {
            query?: {
                /** @description Only shifts of this unit; with the way up from it. */
                unit?: string;
                /** @description The instant (RFC 3339) from which on shifts are told; now where nothing is said. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Shifts under way and to come */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_duty_shift: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewShift"];
            };
        };
        responses: {
            /** @description Set */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organised"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_duty_shift: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The shift */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organised"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    echo_wordings: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many, 1 to 200; 50 where it is not given. */
                limit?: number;
                /** @description Wait until the answer knows everything up to this position. */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of them, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingWordings"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stream: {
        parameters: {
            query?: {
                /** @description Begin after this position; the present end of the log where neither it nor `Last-Event-ID` is given. */
                after?: number;
            };
            header?: {
                /** @description The last position that was received */
                "Last-Event-ID"?: number | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One event per thing that happened */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["EventNotice"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grids: {
        parameters: {
            query?: {
                /** @description The instant (RFC 3339) at which the organisation is looked at; now where nothing is said. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every grid */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grids"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draw_grid: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGrid"];
            };
        };
        responses: {
            /** @description Drawn */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organised"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_grid: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The grid */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OtherGrid"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organised"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retire_grid: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The grid */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ending"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organised"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_integrations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The open ones, and the twenty closed last */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationList"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_integration: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewIntegration"];
            };
        };
        responses: {
            /** @description Opened */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedIntegration"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_integration: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The integration */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pause_integration: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The integration */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Paused */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace_secret: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The integration */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Replaced */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacedSecret"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replay_integration: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The integration */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Replay"];
            };
        };
        responses: {
            /** @description Goes on from there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resume_integration: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The integration */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Resumed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    try_integration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The integration */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trial"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    link_leader: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaderLink"];
            };
        };
        responses: {
            /** @description Linked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organised"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlink_leader: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaderUnlink"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organised"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledger: {
        parameters: {
            query?: {
                /** @description The unit that must put it right. */
                unit?: string;
                /** @description A unit: everything in its area. */
                area?: string;
                /** @description `open` or `struck_off`. */
                state?: string;
                /** @description The case was raised at this instant or later. */
                from?: string;
                /** @description The case was raised before this instant. */
                to?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many, 1 to 200; 50 where it is not given. */
                limit?: number;
                /** @description Wait until the answer knows everything up to this position. */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ledger"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_ledger: {
        parameters: {
            query?: {
                /** @description `xlsx` (at most 1,048,571 rows) or `csv`; `xlsx` where it is not given. */
                format?: string;
                /** @description The unit that must put it right. */
                unit?: string;
                /** @description A unit: everything in its area. */
                area?: string;
                /** @description `open` or `struck_off`. */
                state?: string;
                /** @description The case was raised at this instant or later. */
                from?: string;
                /** @description The case was raised before this instant. */
                to?: string;
                /** @description Wait until the answer knows everything up to this position. */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    whoami: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    organisation_gaps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong now, and was at night */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GapsView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    organisation_history: {
        parameters: {
            query?: {
                /** @description A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then. */
                as_of?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many, 1 to 200; 50 where it is not given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every event, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationHistory"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_people: {
        parameters: {
            query?: {
                /** @description Only those who hold a post in this unit, or look after it. */
                unit?: string;
                /** @description The instant (RFC 3339) that is looked at, and all that follows; now where nothing is said. */
                at?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many, 1 to 200; 50 where it is not given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of people */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleList"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_person: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPerson"];
            };
        };
        responses: {
            /** @description Registered */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organised"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_person: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The person */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OtherPerson"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organised"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    person_leaves: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The person */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ending"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organised"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_photo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The picture */
        requestBody: {
            content: {
                "image/jpeg": number[];
                "image/png": number[];
                "image/webp": number[];
            };
        };
        responses: {
            /** @description Taken in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoTaken"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_photo: {
        parameters: {
            query?: {
                /** @description `thumb` for the small one, of at most 480 pixels a side. */
                size?: string;
                /** @description The case number, for whoever holds its code; together with `code`. */
                number?: string;
                /** @description The code on the receipt. */
                code?: string;
            };
            header?: never;
            path: {
                /** @description The photograph */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": number[];
                };
            };
            /** @description The picture is the one that `If-None-Match` names, and may still be seen */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policies"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adopt_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPolicy"];
            };
        };
        responses: {
            /** @description Adopted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyItem"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its version */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    give_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPost"];
            };
        };
        responses: {
            /** @description Given */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organised"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The post */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ending"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organised"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_precedents: {
        parameters: {
            query?: {
                /** @description Category code. */
                category?: string;
                /** @description A unit that had a part in it: it asked, it was found to be in charge, or it is responsible for the territory. */
                unit?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many, 1 to 200; 50 where it is not given. */
                limit?: number;
                /** @description Wait until the answer knows everything up to this position. */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rulings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrecedentList"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    public_progress: {
        parameters: {
            query: {
                /** @description The code on the receipt. */
                code: string;
            };
            header?: never;
            path: {
                /** @description The case number, or its short form as people type it: `S20261121-00037`, `1121-37` */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Progress */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    public_amend: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The case number */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodedAmendment"];
            };
        };
        responses: {
            /** @description Amended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    public_rate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The case number */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodedRating"];
            };
        };
        responses: {
            /** @description Rated */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    public_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The case number */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodedWithdrawal"];
            };
        };
        responses: {
            /** @description Withdrawn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeAnswer"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    echo_wall: {
        parameters: {
            query: {
                /** @description The neighbourhood: a unit that is a piece of the map. */
                unit: string;
                /** @description The month, like `2026-11`. */
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The wall */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EchoWall"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many, 1 to 200; 50 where it is not given. */
                limit?: number;
                /** @description A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then. */
                as_of?: string;
                /** @description Wait until the answer knows everything up to this position. */
                min_position?: number;
            };
            header?: never;
            path: {
                /** @description Which register */
                register: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the register */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterList"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_report_packs: {
        parameters: {
            query?: {
                /** @description Of periods of this year; of the present one where it is not given. */
                year?: number;
                /** @description `weekly`, `monthly` or `quarterly`. */
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest frozen first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Packs"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    freeze_report_pack: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPack"];
            };
        };
        responses: {
            /** @description Frozen */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_report_pack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its period: `2026-W46`, `2026-10` or `2026-Q3` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pack */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_report_pack: {
        parameters: {
            query?: {
                /** @description `txt` (the text) or `xlsx` (the figures); `txt` where it is not given. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description Its period: `2026-W46`, `2026-10` or `2026-Q3` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backlog: {
        parameters: {
            query?: {
                /** @description A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then. */
                as_of?: string;
                /** @description The instant at which clocks are judged; that of `as_of`, else now, where it is not given. */
                at?: string;
                /** @description Wait until the answer knows everything up to this position. */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One row per department */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backlog"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grid_backlog: {
        parameters: {
            query?: {
                /** @description `appeal`, `law`, `emergency`, `key` or `mediation`; all where nothing is said. */
                kind?: string;
                /** @description A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then. */
                as_of?: string;
                /** @description The instant at which clocks are judged; that of `as_of`, else now, where it is not given. */
                at?: string;
                /** @description Wait until the answer knows everything up to this position. */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One row per grid */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridBacklogs"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explain: {
        parameters: {
            query?: {
                /**
                 * @description The first instant of the period, or a date, which means its first instant in Shanghai. Where it is not given, the
                 *     beginning of the month. What counts is the instant at which something is due.
                 */
                from?: string;
                /** @description The first instant, or date, after the period. Where it is not given, the end of the day of `at`. */
                to?: string;
                /**
                 * @description `department` (counted by dispatch), `area`, `category` or `level` (counted by case); `department` where it is not
                 *     given.
                 */
                group_by?: string;
                /** @description `mom` (环比) or `yoy` (同比): another period beside it. */
                compare?: string;
                /** @description Dispatches of this department only. */
                department?: string;
                /** @description What lies in the area of this unit only. */
                area?: string;
                /** @description Of this category only. */
                category?: string;
                /** @description A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then. */
                as_of?: string;
                /** @description The instant at which clocks are judged; that of `as_of`, else now, where it is not given. */
                at?: string;
                /**
                 * @description A rate or a count by its name in the report: `on_time_rate`, `open_overdue`, `false_closures`, …; `due` where it is
                 *     not given.
                 */
                figure?: string;
                /** @description The key of the row; the total where it is not given. */
                key?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many, 1 to 200; 50 where it is not given. */
                limit?: number;
                /** @description Wait until the answer knows everything up to this position. */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what counts in the figure */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainedFigure"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An impossible period */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scores: {
        parameters: {
            query?: {
                /**
                 * @description The first instant of the period, or a date, which means its first instant in Shanghai. Where it is not given, the
                 *     beginning of the month. What counts is the instant at which something is due.
                 */
                from?: string;
                /** @description The first instant, or date, after the period. Where it is not given, the end of the day of `at`. */
                to?: string;
                /**
                 * @description `department` (counted by dispatch), `area`, `category` or `level` (counted by case); `department` where it is not
                 *     given.
                 */
                group_by?: string;
                /** @description `mom` (环比) or `yoy` (同比): another period beside it. */
                compare?: string;
                /** @description Dispatches of this department only. */
                department?: string;
                /** @description What lies in the area of this unit only. */
                area?: string;
                /** @description Of this category only. */
                category?: string;
                /** @description A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then. */
                as_of?: string;
                /** @description The instant at which clocks are judged; that of `as_of`, else now, where it is not given. */
                at?: string;
                /** @description Wait until the answer knows everything up to this position. */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ranking */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scores"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An impossible period */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sla: {
        parameters: {
            query?: {
                /**
                 * @description The first instant of the period, or a date, which means its first instant in Shanghai. Where it is not given, the
                 *     beginning of the month. What counts is the instant at which something is due.
                 */
                from?: string;
                /** @description The first instant, or date, after the period. Where it is not given, the end of the day of `at`. */
                to?: string;
                /**
                 * @description `department` (counted by dispatch), `area`, `category` or `level` (counted by case); `department` where it is not
                 *     given.
                 */
                group_by?: string;
                /** @description `mom` (环比) or `yoy` (同比): another period beside it. */
                compare?: string;
                /** @description Dispatches of this department only. */
                department?: string;
                /** @description What lies in the area of this unit only. */
                area?: string;
                /** @description Of this category only. */
                category?: string;
                /** @description A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then. */
                as_of?: string;
                /** @description The instant at which clocks are judged; that of `as_of`, else now, where it is not given. */
                at?: string;
                /** @description Wait until the answer knows everything up to this position. */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A row for each key, and the total */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaReport"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An impossible period */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_sla_report: {
        parameters: {
            query?: {
                /** @description `xlsx` (at most 1,048,571 rows) or `csv`; `xlsx` where it is not given. */
                format?: string;
                /**
                 * @description The first instant of the period, or a date, which means its first instant in Shanghai. Where it is not given, the
                 *     beginning of the month. What counts is the instant at which something is due.
                 */
                from?: string;
                /** @description The first instant, or date, after the period. Where it is not given, the end of the day of `at`. */
                to?: string;
                /**
                 * @description `department` (counted by dispatch), `area`, `category` or `level` (counted by case); `department` where it is not
                 *     given.
                 */
                group_by?: string;
                /** @description `mom` (环比) or `yoy` (同比): another period beside it. */
                compare?: string;
                /** @description Dispatches of this department only. */
                department?: string;
                /** @description What lies in the area of this unit only. */
                area?: string;
                /** @description Of this category only. */
                category?: string;
                /** @description A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then. */
                as_of?: string;
                /** @description The instant at which clocks are judged; that of `as_of`, else now, where it is not given. */
                at?: string;
                /** @description Wait until the answer knows everything up to this position. */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An impossible period */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    what_if: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfQuestion"];
            };
        };
        responses: {
            /** @description Side by side */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfReport"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description Logged in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Logged out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    units: {
        parameters: {
            query?: {
                /** @description The instant (RFC 3339) at which the organisation is looked at; now where nothing is said. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every unit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Units"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    establish_unit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUnit"];
            };
        };
        responses: {
            /** @description Established */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organised"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_unit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The unit */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OtherUnit"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organised"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retire_unit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request answers the same again, without a second event. */
                "Idempotency-Key"?: string | null;
                /** @description The version of the stream that the caller has seen. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description The unit */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ending"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organised"];
                };
            };
            /** @description Malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing, or none that you may know of. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case is not where this applies. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of the type that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule is broken. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; try again after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the database is away; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
