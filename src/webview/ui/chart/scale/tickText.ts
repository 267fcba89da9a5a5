/** A round value with as many decimals as its step has; very large and very small ones with an exponent. */
export function tickText(value: number, step: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  const decimals = -Math.floor(Math.log10(step) + 1e-9);
  if (size >= 1e6 || size < 1e-4) return exponential(value, decimals + Math.floor(Math.log10(size)));
  return value.toFixed(Math.min(Math.max(decimals, 0), 12));
}

function exponential(value: number, digits: number): string {
  const [mantissa = "", exponent = ""] = value.toExponential(Math.min(Math.max(digits, 0), 12)).split("e");
  const short = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  return `${short}e${exponent.replace("+", "")}`;
}
