/** The gateway answers at the page's own origin, as behind a company's proxy: no CORS is needed. */
const proxy = { '/graphql': process.env.GATEWAY_URL ?? 'http://127.0.0.1:4000' };

/** The Vite settings that all examples share. */
export const shared = {
  server: { proxy },
  preview: { proxy },
  // shared/view.tsx has no packages of its own.
  resolve: { dedupe: ['react', 'react-dom'] },
  build: { reportCompressedSize: false },
};
