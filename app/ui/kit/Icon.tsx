const PATHS = {
  up: "M12 4.5 21 20H3z",
  diamond: "m12 3 8.5 9-8.5 9-8.5-9z",
  down: "M12 19.5 3 4h18z",
  star: "m12 2.6 2.9 6 6.5.9-4.7 4.6 1.1 6.5L12 17.5l-5.8 3.1 1.1-6.5L2.6 9.5l6.5-.9z",
  check: "m9.3 18.6-6-6 2-2 4 4 9.4-9.4 2 2z",
  info: "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20m-1.2 8.6v6.8h2.4v-6.8zM12 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3",
  warning: "M12 2.8 23 21.5H1zM10.8 9.5v6h2.4v-6zm1.2 7.4a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8",
  error: "M8 2h8l6 6v8l-6 6H8l-6-6V8zm2.8 5v6.6h2.4V7zm1.2 8.3a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3",
  search:
    "M10.5 3a7.5 7.5 0 0 1 6 12l5 5-1.6 1.6-5-5a7.5 7.5 0 1 1-4.4-13.6m0 2.3a5.2 5.2 0 1 0 0 10.4 5.2 5.2 0 0 0 0-10.4",
  menu: "M3 5.5h18v2.2H3zm0 5.4h18v2.2H3zm0 5.4h18v2.2H3z",
  close: "m12 10.3 6-6 1.7 1.7-6 6 6 6-1.7 1.7-6-6-6 6L4.3 18l6-6-6-6L6 4.3z",
  previous: "m15.4 4 1.6 1.7L10.6 12l6.4 6.3-1.6 1.7-8-8z",
  next: "M8.6 4 7 5.7l6.4 6.3L7 18.3 8.6 20l8-8z",
  download: "M10.9 3h2.2v9.2l3.6-3.6 1.6 1.6L12 16.5l-6.3-6.3 1.6-1.6 3.6 3.6zM4 18.8h16V21H4z",
  reply: "M10 4v5c7 .600 11 4.5 11 11-2-3.8-5-5.5-11-5.5V20l-8-8z",
  flag: "M5 2.5h2.2V4H20l-3 4.8 3 4.7H7.2v8H5z",
  support: "M12 20.8 3.9 12.7a5.1 5.1 0 0 1 7.2-7.2l.9.9.9-.900a5.1 5.1 0 0 1 7.2 7.2z",
  clock:
    "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20m0 2.2a7.8 7.8 0 1 0 0 15.6 7.8 7.8 0 0 0 0-15.6M10.9 6.5h2.2v5l3.6 2.1-1.1 1.9-4.7-2.7z",
} as const;

export type IconName = keyof typeof PATHS;

export interface IconProps {
  name: IconName;
  /** In em, so that it grows with the text beside it. */
  size?: "small" | "text" | "large";
}

/** A decorative drawing: the words beside it say what it means. */
export function Icon({ name, size = "text" }: IconProps) {
  return (
    <svg className={`icon icon--${size}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path fill="currentColor" fillRule="evenodd" d={PATHS[name]} />
    </svg>
  );
}
