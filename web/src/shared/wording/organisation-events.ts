import { teachCodes } from './speech';

/** 组织变更. */
export const organisationEventWord = teachCodes('organisation_event', {
  DistrictNamed: ['设定辖区', 'District named'],
  UnitEstablished: ['设立单位', 'Unit established'],
  UnitChanged: ['单位变更', 'Unit changed'],
  UnitRetired: ['撤销单位', 'Unit retired'],
  GridDrawn: ['划定网格', 'Grid drawn'],
  GridChanged: ['网格调整', 'Grid changed'],
  GridRetired: ['撤销网格', 'Grid retired'],
  PersonRegistered: ['人员登记', 'Person registered'],
  PersonChanged: ['人员变更', 'Person changed'],
  PersonLeft: ['人员离任', 'Person left'],
  PostGiven: ['任职', 'Post given'],
  PostEnded: ['免职', 'Post ended'],
  LeaderLinked: ['领导联点', 'Leader linked'],
  LeaderUnlinked: ['不再联点', 'Leader unlinked'],
  DutyShiftSet: ['安排值班', 'Duty shift set'],
  DutyShiftCancelled: ['取消值班', 'Duty shift cancelled'],
  ResponsibilityChecked: ['责任到人核查', 'Responsibility checked'],
  CalendarYearPublished: ['发布节假日安排', 'Calendar year published'],
  LocalDayDeclared: ['设定本地假日', 'Local day declared'],
  LocalDayWithdrawn: ['撤销本地假日', 'Local day withdrawn'],
  PolicyAdopted: ['政策启用', 'Policy adopted'],
  ReportPackFrozen: ['报告包定稿', 'Report pack frozen'],
  CategoriesNamed: ['导入事项目录', 'Import catalogue named'],
});
