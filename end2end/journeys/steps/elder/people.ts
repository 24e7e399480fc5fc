// Persons of the demo county whom the journeys meet. The numbers are made up as the demo makes them (area 99).

export interface Somebody {
  name: string;
  /** 18 characters. */
  number: string;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The identity number with its check character. */
export function identity(area: string, born: string, order: number): string {
  const first = `${area}${born.replaceAll("-", "")}${String(order).padStart(3, "0")}`;
  const sum = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(first[at]), 0);
  return first + "10X98765432"[sum % 11];
}

const person = (name: string, born: string, order: number, area = "990101"): Somebody => ({ name, number: identity(area, born, order) });

export const wang = person("王秀兰", "1952-03-07", 2);
export const he = person("何桂珍", "1956-01-30", 18);
export const chen = person("陈立", "1988-06-18", 21);
export const ayguli = person("阿依古丽·买买提", "1958-04-12", 24);
export const zhuoma = person("卓玛", "1955-09-01", 26);
export const qiqige = person("其其格", "1950-07-23", 28);
/** No phone; 慢灯村. */
export const zhao = person("赵有田", "1948-12-02", 11);
/** A child in his house. */
export const anan = person("赵安安", "2018-04-20", 31);
export const liMei = person("李梅", "1980-08-15", 4, "990102");
/** Two people with one phone. */
export const zhou = person("周长根", "1949-05-20", 13);
export const sun = person("孙玉芬", "1951-10-09", 16);
/** Nobody: a right number that is on no record. */
export const nobody = person("郑无名", "1947-02-11", 777);
