import type { Failure, FailureKind } from '../api/failure';
import { spoken, teach, teachCodes, type Pair } from './speech';

const kinds: Readonly<Record<FailureKind, Pair>> = {
  offline: ['网络不通，请检查网络后重试', 'There is no connection. Check the network and try again.'],
  busy: ['服务繁忙，请稍后再试', 'The service is busy. Try again in a moment.'],
  signed_out: ['登录已失效，请重新登录', 'Your session has ended. Log in again.'],
  forbidden: ['您没有权限进行此操作', 'Your account may not do this.'],
  missing: ['没有找到，或您无权查看', 'There is no such thing, or you may not see it.'],
  conflict: ['情况已有变化，请刷新后再操作', 'Things have changed. Reload and look again.'],
  invalid: ['填写的内容有误，请检查', 'Something that was entered cannot be taken. Check it.'],
  broken: ['服务出了问题，我们已记录，请稍后再试', 'Something went wrong on our side. It has been recorded.'],
};

/** Problems that anybody may meet. The desk adds its own. */
const general: Readonly<Record<string, Pair>> = {
  bad_json: kinds.broken,
  bad_type: kinds.invalid,
  body_unreadable: ['内容没有传完整，请重试', 'What was sent did not arrive in full. Try again.'],
  bad_query: ['查询条件有误，请检查', 'The search makes no sense. Check it.'],
  bad_limit: ['每页条数须在1到200之间', 'A page has 1 to 200 rows.'],
  bad_as_of: ['时点须为时间或日志位置', 'The moment must be a time or a position of the log.'],
  bad_if_match: kinds.conflict,
  bad_idempotency_key: kinds.broken,
  bad_last_event_id: kinds.broken,
  unauthenticated: ['请先登录', 'Log in first.'],
  forbidden: kinds.forbidden,
  cross_site: ['请从本系统的页面操作', 'Use the pages of this service.'],
  not_found: kinds.missing,
  no_such_page: kinds.missing,
  no_metrics: ['未启用运行指标', 'Metrics are not collected.'],
  method_not_allowed: kinds.broken,
  contended: ['正有多人同时操作，请重试', 'Others keep changing the case. Try again.'],
  stale: ['他人刚刚更新过，请刷新后再操作', 'Somebody has just changed this. Reload and look again.'],
  not_a_picture_type: ['只能上传JPEG、PNG或WebP图片', 'Pictures come as JPEG, PNG or WebP.'],
  not_a_picture: ['图片无法读取，请换一张', 'The picture cannot be read. Take another one.'],
  picture_too_large: ['图片尺寸太大，请缩小后重试', 'The picture has too many pixels. Make it smaller.'],
  photo_used: ['照片已用于其他事项，请重新上传', 'The photograph belongs to another case. Upload it again.'],
  too_large: ['内容太大，请减少后重试', 'This is too large. Send less.'],
  not_json: kinds.broken,
  invalid_fields: kinds.invalid,
  idempotency_key_reused: ['内容已改动，请重新提交', 'The contents have changed. Send it anew.'],
  too_many_requests: ['操作太频繁，请稍后再试', 'Too many requests. Wait a moment.'],
  too_many_attempts: ['密码错误次数太多，请稍后再试', 'Too many wrong passwords. Wait a moment.'],
  internal: kinds.broken,
  database_unavailable: ['服务暂时不可用，请稍后重试；重复提交不会重复登记', 'The service is away for a moment. Sending again does not register twice.'],
  overloaded: kinds.busy,
  behind: ['数据正在更新，请稍后刷新', 'The figures are being brought up to date. Reload in a moment.'],
  not_ready: ['服务正在启动，请稍后', 'The service is starting. Wait a moment.'],
  timeout: ['等待超时，请重试', 'The answer took too long. Try again.'],
  unknown_category: ['没有这个事项，请重新选择', 'There is no such category. Choose another.'],
  already_raised: ['已经登记过', 'This has been registered already.'],
  already_rated: ['已经评价过，感谢您', 'This was rated already. Thank you.'],
  wrong_status: ['当前阶段不能进行此操作', 'This is not possible at the present stage.'],
  others_complain: ['已有其他居民联名，不能由一人撤回', 'Others have joined the matter, so one alone cannot take it back.'],
  satisfaction_out_of_range: ['请选择一到五分', 'Choose one to five.'],
  nothing_given: ['内容没有变化', 'Nothing was changed.'],
  too_many: ['次数已达上限', 'There can be no more of these.'],
  confidential: ['上报人要求保密', 'Whoever reported this asked to stay unknown.'],
};

const taught = [teachCodes('problem', general, kinds.broken)];
const kindWord = teachCodes('failure', kinds);

/** Adds the wording of further problem codes. */
export function teachProblems(subject: string, words: Readonly<Record<string, Pair>>): void {
  taught.push(teachCodes(`problem_${subject}`, words, kinds.broken));
}

/** Whether a problem code has a wording of its own. */
export function knowsProblem(code: string): boolean {
  return taught.some((words) => words.knows(code));
}

const retry = teach('retry', {
  soon: ['{words}（{n}秒后可重试）', '{words} (again in {n} second) | {words} (again in {n} seconds)'],
});

/** What the service adds to a problem, in the reader's words; nothing where there are none for it. */
export type DetailWord = (detail: string) => string | undefined;
const details = new Map<string, DetailWord>();
const withDetail = teach('problem_detail', { both: ['{words}：{detail}', '{words} {detail}'] });

/** Adds what is said of the details of a problem. */
export function teachDetail(code: string, word: DetailWord): void {
  details.set(code, word);
}

/** Conflicts with what does not change by being looked at: something else has to be entered, or done before. */
const STANDING: ReadonlySet<string> = new Set([
  'code_used', 'still_in_use', 'shifts_overlap', 'policy_not_newer', 'username_taken', 'integration_name_taken', 'last_admin', 'too_many_keys',
  'too_many_integrations', 'no_organisation', 'organisation_begun',
]);

/** Whether whoever met it gets on by looking at the present state. */
export const mendedByLooking = ({ kind, code }: Failure): boolean => kind === 'conflict' && !STANDING.has(code);

/** What went wrong, for people. */
export function failureWord(failure: Failure): string {
  const known = taught.find((words) => words.knows(failure.code));
  const plain = known ? known(failure.code) : kindWord(failure.kind);
  const detail = failure.detail && details.get(failure.code)?.(failure.detail);
  const words = detail ? withDetail('both', { words: plain, detail }) : plain;
  const seconds = failure.retryAfterSeconds;
  return seconds !== undefined && seconds > 1 ? retry('soon', { words, n: seconds }) : words;
}

/** What is wrong with a field. */
export const fieldErrorWord = teachCodes(
  'field_error',
  {
    empty: ['不能为空', 'Must not be empty'],
    too_long: ['太长了', 'Too long'],
    control_character: ['含有不能使用的字符', 'Has characters that cannot be used'],
    missing: ['需要填写', 'Needed'],
    bad_type: ['格式不对', 'Not in the right form'],
    bad_code: ['编码格式不对', 'Not in the form of a code'],
    unknown_category: ['没有这个事项', 'No such category'],
    unknown_grid: ['没有这个网格', 'No such grid'],
    unknown_unit: ['没有这个单位', 'No such unit'],
    unknown_photo: ['照片不存在或已过期，请重新上传', 'No such photograph any more. Upload it again'],
    bad_photo: ['照片编号格式不对', 'Not in the form of a photograph'],
    named_twice: ['重复了', 'Named twice'],
    person_erased: ['当事人信息已删除，不能再添加照片', 'The person was erased: no photograph is kept'],
    unknown_crs: ['坐标系不支持', 'Coordinate system not known'],
    bad_coordinate: ['坐标不对', 'Not a coordinate'],
    half_a_point: ['经度和纬度须同时填写', 'Longitude and latitude go together'],
    outside_grids: ['不在服务范围内', 'Outside the area served'],
    bad_phone: ['电话号码不对', 'Not a telephone number'],
    not_anonymous: ['匿名上报不能填写姓名电话', 'An anonymous report names nobody'],
    too_many: ['数量太多', 'Too many'],
    bad_name: ['名称不合要求', 'Not a name that can be taken'],
    personal_data: ['含有个人信息', 'Holds something personal'],
    unknown_kind: ['没有这种类型', 'No such kind'],
    unknown_role: ['没有这个角色', 'No such role'],
    bad_url: ['地址须以https://开头（名单中列出的主机也可用http://），不含用户名、密码和#', 'An address like https://host/path (http:// for listed hosts), without a user, password or #'],
    host_not_allowed: ['该主机不在允许访问的名单中，请联系系统运维人员', 'This host may not be called. Ask whoever runs the service'],
    unknown_event_type: ['没有这种事项', 'No such type of event'],
    bad_username: ['须为2到64个字母、数字、点、短横或下划线', 'Has 2 to 64 letters, digits, dots, dashes or underscores'],
    unfit_unit: ['这类单位与角色或范围不符', 'A unit of this kind does not fit'],
    out_of_range: ['超出允许的范围', 'Outside its range'],
    bad_outline: ['边界须首尾相接', 'Not a closed outline'],
    contradiction: ['两项内容互相矛盾', 'Two entries contradict each other'],
    bad_as_of: ['时点有误', 'Not a moment of the log'],
    bad_query: ['条件有误', 'Makes no sense'],
    bad_limit: ['须在1到200之间', 'From 1 to 200'],
  },
  ['填写有误', 'Cannot be accepted'],
);

/** Nothing is there, said without a reproach. */
export const nothingHere = () => spoken(['暂时没有内容', 'Nothing here yet']);
