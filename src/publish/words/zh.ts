import type { Words } from './words.ts';

export const ZH: Words = {
  language: 'zh',
  tag: 'zh-Hans',
  labels: {
    confirmed: '已获证实',
    corroborated: '多源印证',
    contested: '各执一词',
    denied: '已遭否认',
    'single-source': '单一来源',
    unsourced: '无人具名',
    retracted: '已经收回',
  },
  means: {
    confirmed: '主管机构公开表态确认，或有文件为证',
    corroborated: '有两个或更多掌握第一手情况的独立源头',
    contested: '正反两方都有掌握第一手情况的源头',
    denied: '已有公开否认；支持者只有传言或未经证实的图文',
    'single-source': '只有一个独立源头，无论被重复多少次',
    unsourced: '没有任何人为其负责',
    retracted: '原作出者已收回',
  },
  ranks: {
    none: '无',
    sourceless: '无出处的传言',
    crowd: '众人议论',
    artefact: '未经证实的图文',
    'unnamed-person': '匿名人士',
    'unnamed-official': '匿名官员',
    'named-person': '具名人士',
    'named-body': '具名机构',
    document: '在手文件',
  },
  outcomes: {
    'no-reply': '未答复',
    declined: '拒绝答复',
    acknowledged: '已收到，未答复',
    denied: '否认',
    confirmed: '确认',
    partial: '部分答复',
  },
  states: { open: '待兑现', kept: '已兑现', overdue: '已逾期', withdrawn: '已收回' },
};
