import type { Copy } from '../../trace/lineage.ts';
import type { Label, Origin, PlacedCommitment, PlacedResponse, Rank } from '../../weigh/ledger.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** What standings are called. Each says who spoke, not what is so. */
export const LABELS_ZH: Named<Label> = {
  confirmed: '已获确认',
  corroborated: '多源印证',
  contested: '各执一词',
  denied: '已被否认',
  'single-source': '单一来源',
  unsourced: '无出处',
  retracted: '已撤回',
};

export const MEANS_ZH: Named<Label> = {
  confirmed: '主管机构公开表态确认，或有文件为证',
  corroborated: '有两个或更多掌握第一手情况的独立源头',
  contested: '正反两方都有掌握第一手情况的源头',
  denied: '已有公开否认；支持者只有传言或未经证实的图文',
  'single-source': '只有一个独立源头，无论被重复多少次',
  unsourced: '没有任何人为其负责',
  retracted: '说法的源头已将其撤回',
};

export const RANKS_ZH: Named<Rank> = {
  none: '无',
  sourceless: '无出处的传言',
  crowd: '众人议论',
  artefact: '未经证实的图文',
  'unnamed-person': '未具名人士',
  'unnamed-official': '未具名官员',
  'named-person': '具名人士',
  'named-body': '具名机构',
  document: '已掌握的文件',
};

export const OUTCOMES_ZH: Named<PlacedResponse['outcome']> = {
  'no-reply': '未答复',
  declined: '拒绝答复',
  acknowledged: '仅确认收到',
  denied: '否认',
  confirmed: '确认',
  partial: '部分答复',
};

export const STATES_ZH: Named<PlacedCommitment['state']> = {
  open: '待兑现',
  kept: '已兑现',
  overdue: '已逾期',
  withdrawn: '已收回',
};

export const ORIGIN_KINDS_ZH: Named<Origin['kind']> = {
  person: '个人',
  'unnamed-person': '未具名人士',
  body: '机构',
  document: '文件',
  artefact: '图文',
  crowd: '网民',
  outlet: '媒体',
};

export const COPY_KINDS_ZH: Named<Copy['kind']> = {
  whole: '全文',
  part: '部分',
  reworded: '改写',
  translation: '翻译',
};

/** What is withheld where it is nobody's role. */
export const WITHHELD_ZH: Named<string> = {
  'private life': '私生活',
  'the desk': '编辑部',
  'private key': '私钥',
  cookie: '会话凭据',
  authorisation: '授权凭据',
  token: '访问令牌',
  password: '密码',
  'local path': '本机路径',
  'internal address': '内部地址',
  'e-mail address': '电子邮箱',
  'identity number': '证件号码',
  'bank account': '银行账号',
  'card number': '银行卡号',
  'phone number': '电话号码',
  'number plate': '车牌号码',
  'home address': '住址',
  'place on the map': '位置坐标',
  'device number': '设备编号',
};
