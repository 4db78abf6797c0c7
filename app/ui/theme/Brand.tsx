/** The product's mark and name. A theme of one's own replaces this file. */
export function Brand({ name }: { name: string }) {
  return (
    <>
      <svg
        className="brand__mark"
        width="26"
        height="26"
        viewBox="0 0 26 26"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M3 4h14a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3H9l-5 4v-4H3z" />
        <path fill="currentColor" opacity=".45" d="M22 9h1v12h-1v3l-4-3h-6v-3h6a4 4 0 0 0 4-4z" />
      </svg>
      {name}
    </>
  );
}
