import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import relay from 'vite-plugin-relay';
import { shared } from '../shared/vite.mjs';

export default defineConfig({ ...shared, plugins: [relay, react()] });
