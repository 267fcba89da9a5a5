/** Fields that end with a zero byte, as Git prints them where it is asked for `-z`: names may hold anything else. */
export function zeroFields(answer: Buffer): string[] {
  const fields = answer.toString("utf8").split("\0");
  fields.pop();
  return fields;
}
