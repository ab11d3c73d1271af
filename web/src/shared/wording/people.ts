import { teachCodes } from './speech';

/** 角色. */
export const roleWord = teachCodes('role', {
  resident: ['居民', 'Resident'],
  grid_worker: ['网格员', 'Grid worker'],
  community: ['社区', 'Community'],
  hotline: ['热线', 'Hotline'],
  dispatcher: ['派遣员', 'Dispatcher'],
  department: ['部门', 'Department'],
  supervisor: ['督查', 'Supervisor'],
  auditor: ['审计', 'Auditor'],
  admin: ['管理员', 'Administrator'],
  system: ['系统', 'System'],
});

/** 单位类型. */
export const unitKindWord = teachCodes('unit_kind', {
  district: ['区县', 'District'],
  centre: ['指挥中心', 'Command centre'],
  department: ['职能部门', 'Department'],
  utility: ['公共服务企业', 'Utility'],
  street: ['街道', 'Street'],
  community: ['社区', 'Community'],
  village: ['村', 'Village'],
  compound: ['小区', 'Compound'],
  building: ['楼栋', 'Building'],
  property_company: ['物业公司', 'Property company'],
  committee: ['委员会', 'Committee'],
});

/** 层级. */
export const levelWord = teachCodes('level', {
  building: ['楼栋', 'Building'],
  compound: ['小区', 'Compound'],
  community: ['社区', 'Community'],
  street: ['街道', 'Street'],
  district: ['区县', 'District'],
});

/** 值班升级时为何联系此人. */
export const calledWhyWord = teachCodes('called_why', {
  on_duty: ['值班人员', 'On duty'],
  leader_in_charge: ['带班领导', 'Leader in charge'],
  linked_leader: ['联点领导', 'Linked leader'],
});
