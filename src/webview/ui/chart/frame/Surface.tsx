import type { ComponentChildren, HTMLAttributes, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type ChartColors, onThemeChange, readColors } from "../look/colors.ts";
import { CanvasPen } from "../paint/canvasPen.ts";
import type { Pen } from "../paint/pen.ts";

export type Paint = (pen: Pen, colors: ChartColors) => void;

type DivProps = Omit<HTMLAttributes<HTMLDivElement>, "ref">;

interface Props extends DivProps {
  /** CSS pixels; the width is that of the place it stands in. */
  readonly height: number;
  readonly box: RefObject<HTMLDivElement | null>;
  /** What is drawn; drawn again whenever this is another function. */
  readonly base: Paint;
  /** What lies over it and changes often (a cursor, a brush): drawn alone, once a frame. */
  readonly over: Paint;
  readonly children?: ComponentChildren;
}

interface Size {
  readonly width: number;
  /** Pixels of the screen a CSS pixel. */
  readonly ratio: number;
}

/**
 * A drawing that fits its place and follows the theme. Out of sight it holds no picture, so that many cost little. What
 * has the focus is drawn at once: the first key finds things where they are, however late the browser says what is seen.
 */
export function Surface({ height, box, base, over, children, ...rest }: Props) {
  const below = useRef<HTMLCanvasElement>(null);
  const above = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  const [seen, setSeen] = useState(false);
  const [theme, setTheme] = useState(0);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => {
      const next = { width: element.clientWidth, ratio: globalThis.devicePixelRatio };
      setSize((now) => (now?.width === next.width && now.ratio === next.ratio ? now : next));
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    const sights = new IntersectionObserver((entries) => setSeen(entries.at(-1)?.isIntersecting === true), {
      rootMargin: "200px",
    });
    sights.observe(element);
    const see = () => setSeen(true);
    element.addEventListener("focus", see);
    const stopTheme = onThemeChange(() => setTheme((n) => n + 1));
    return () => {
      sizes.disconnect();
      sights.disconnect();
      element.removeEventListener("focus", see);
      stopTheme();
    };
  }, [box]);

  const isShown = seen && size !== null && size.width > 0;
  useLayoutEffect(() => {
    if (isShown) draw(below.current, { ...size, height }, base);
    else clear(below.current);
  }, [isShown, size, height, base, theme]);
  useEffect(() => {
    if (!isShown) {
      clear(above.current);
      return;
    }
    const frame = requestAnimationFrame(() => draw(above.current, { ...size, height }, over));
    return () => cancelAnimationFrame(frame);
  }, [isShown, size, height, over, theme]);

  return (
    <div {...rest} ref={box} style={{ height: `${height}px` }}>
      <canvas ref={below} />
      <canvas ref={above} />
      {children}
    </div>
  );
}

function draw(canvas: HTMLCanvasElement | null, size: Size & { readonly height: number }, paint: Paint): void {
  const context = canvas?.getContext("2d");
  if (!canvas || !context) return;
  const { width, height, ratio } = size;
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across;
    canvas.height = down;
  } else {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, across, down);
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const font = getComputedStyle(canvas).fontFamily;
  paint(new CanvasPen(context, { width, height }, font), readColors());
}

function clear(canvas: HTMLCanvasElement | null): void {
  if (canvas === null) return;
  canvas.width = 0;
  canvas.height = 0;
}
