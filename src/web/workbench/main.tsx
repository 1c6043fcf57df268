import { render } from 'preact';
import { openApi } from './api-client.ts';
import { App } from './shell/app.tsx';
import { Locked } from './shell/locked.tsx';
import { takeToken } from './token.ts';
import './style.css';

const place = document.getElementById('app');
const token = takeToken();
if (place) render(token === null ? <Locked /> : <App api={openApi(token)} />, place);
