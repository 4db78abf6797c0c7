import { LRUCache } from "lru-cache";
import { create } from "qrcode";

const drawings = new LRUCache<string, { size: number; path: string }>({ max: 200 });

/** The dark squares of a code as one path, run by run; drawn once for each address. */
function drawingOf(address: string): { size: number; path: string } {
  const known = drawings.get(address);
  if (known) return known;
  const { size, data } = create(address, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const start = x;
      while (x < size && data[y * size + x]) x += 1;
      if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  const drawing = { size, path };
  drawings.set(address, drawing);
  return drawing;
}

/** An address to scan, always dark on light, with the four blank squares around it that readers look for. */
export function Qr({ address, label }: { address: string; label: string }) {
  const { size, path } = drawingOf(address);
  return (
    <svg
      className="qr"
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect className="qr__paper" x="-4" y="-4" width={size + 8} height={size + 8} />
      <path className="qr__ink" d={path} />
    </svg>
  );
}
