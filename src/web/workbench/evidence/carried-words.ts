import type { Credentials } from '../../../capture/picture-metadata.ts';
import type { Tongue } from '../room.ts';

/** What is said of the metadata of a picture, in one language. */
interface CarriedWords {
  readonly title: string;
  readonly how: string;
  readonly nothing: string;
  readonly taken: string;
  readonly changed: string;
  readonly device: string;
  readonly software: string;
  readonly author: string;
  readonly caption: string;
  readonly place: string;
  readonly credentials: string;
  readonly states: Readonly<Record<Credentials['state'], string>>;
  readonly signer: string;
  readonly signed: string;
  readonly program: string;
  readonly deeds: string;
  readonly parts: string;
  readonly failures: string;
  readonly address: string;
  readonly synthetic: string;
  readonly unlisted: string;
}

export const CARRIED_WORDS: Readonly<Record<Tongue, CarriedWords>> = {
  en: {
    title: 'What the file carries',
    how: 'As programs wrote it: it can be changed by anybody, and is shown at this desk only, never published.',
    nothing: 'Nothing beside its pixels. That proves nothing: most services strip it.',
    taken: 'Taken',
    changed: 'Changed',
    device: 'Device',
    software: 'Software',
    author: 'Author',
    caption: 'Caption',
    place: 'Place',
    credentials: 'Content Credentials',
    states: {
      holds: 'The seal holds: picture and credentials fit.',
      broken: 'The seal does not hold: picture or credentials were changed after signing.',
      unreadable: 'They can’t be read.',
      elsewhere: 'They are kept elsewhere, at an address that was not asked.',
    },
    signer: 'Signed as',
    signed: 'Signed at',
    program: 'Program',
    deeds: 'What was done',
    parts: 'Made from',
    failures: 'What does not fit',
    address: 'Address',
    synthetic: 'The program that signed says that a machine made the picture, or part of it.',
    unlisted: 'The signer is named as its certificate names itself; no list of signers is consulted.',
  },
  zh: {
    title: '文件所带信息',
    how: '由程序写入，任何人都可改动；仅在本工作台显示，绝不公开。',
    nothing: '除像素外没有其他信息。这不能证明什么：多数平台会将其清除。',
    taken: '拍摄时间',
    changed: '修改时间',
    device: '设备',
    software: '软件',
    author: '作者',
    caption: '说明',
    place: '地点',
    credentials: '内容凭证',
    states: {
      holds: '签章有效：图片与凭证相符。',
      broken: '签章无效：签署之后，图片或凭证被改动过。',
      unreadable: '无法读取。',
      elsewhere: '凭证存放在别处，未访问该地址。',
    },
    signer: '签署者自称',
    signed: '签署时间',
    program: '程序',
    deeds: '所作处理',
    parts: '取材于',
    failures: '不符之处',
    address: '地址',
    synthetic: '签署程序称，图片全部或部分由机器生成。',
    unlisted: '签署者名称取自其证书，未核对任何名录。',
  },
};
