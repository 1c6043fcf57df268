/** A clock as apps show it, with the part of the day before or after it. */
const CLOCK =
  /(?<part>凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|夜里)?\s*(?<hours>\d{1,2})[:：.](?<minutes>[0-5]\d)(?:[:：][0-5]\d)?\s*(?<half>[ap]\.?m\.?)?/iu;
const AFTERNOON = /^(?:下午|傍晚|晚上|夜里|p)/iu;
const MORNING = /^(?:凌晨|清晨|早上|上午|a)/iu;

/**
 * Minutes since midnight of a clock on a screen: "18:02", "6:02 PM", "下午6:02". Null where it is none, or where half a
 * day is left open: `isWholeDay` says that the screen counts to twenty-four.
 */
export function minutesShown(shown: string, isWholeDay: boolean): number | null {
  const { part = '', hours = '', minutes = '', half = '' } = CLOCK.exec(shown)?.groups ?? {};
  if (hours === '' || Number(hours) > 23) return null;
  const hour = Number(hours);
  const sign = part || half;
  if (hour > 12 || hour === 0) return hour * 60 + Number(minutes);
  if (AFTERNOON.test(sign)) return ((hour % 12) + 12) * 60 + Number(minutes);
  if (MORNING.test(sign)) return (hour % 12) * 60 + Number(minutes);
  if (part === '中午') return (hour < 3 ? (hour % 12) + 12 : hour) * 60 + Number(minutes);
  return isWholeDay ? hour * 60 + Number(minutes) : null;
}

/** Whether a clock can only be one that counts to twenty-four: "18:02", "08:15" with nothing beside it. */
export function countsWholeDay(shown: string): boolean {
  const { part = '', hours = '', half = '' } = CLOCK.exec(shown)?.groups ?? {};
  return part === '' && half === '' && /^(?:0\d|1[3-9]|2[0-3])$/u.test(hours);
}

/** Whether a label names a day: a date, a weekday, yesterday. What stands below it is of that day. */
export const namesADay = (label: string): boolean =>
  /\d+\s*[月日年]|昨天|前天|今天|星期|周[一二三四五六日天]|\b(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?)\b|\b\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\b|\b\p{L}{3,9}\s+\d{1,2}(?:st|nd|rd|th)?\b(?![:：.]\d)|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/iu.test(
    label,
  );
