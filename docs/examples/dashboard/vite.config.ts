import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { shared } from '../shared/vite.mjs';

export default defineConfig({ ...shared, plugins: [react()] });
