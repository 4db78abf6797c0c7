import { Bars } from "./Bars";

export interface StarRow {
  /** "5 étoiles" */
  label: string;
  share: number;
  /** "52 % (201)" */
  text: string;
}

/** How ratings spread, their mean in words first. Rows come as given: five stars at the top reads best. */
export function StarDistribution({
  caption,
  mean,
  rows,
}: {
  caption: string;
  mean?: string;
  rows: readonly StarRow[];
}) {
  return (
    <div className="star-distribution">
      {mean ? <p className="star-distribution__mean">{mean}</p> : null}
      <Bars caption={caption} rows={rows.map((row) => ({ ...row, tone: "star", shape: "star" }))} />
    </div>
  );
}
