import { render } from 'preact';
import { openApi } from './api-client.ts';
import { App } from './shell/app.tsx';
import { Locked } from './shell/locked.tsx';
import { keepToken, takeToken } from './token.ts';
import { answerForToken, askForToken } from './token-sharing.ts';
import './style.css';

const place = document.getElementById('app');
const token = takeToken() ?? (await askForToken());
if (token !== null) {
  keepToken(token);
  answerForToken(token);
}
if (place) render(token === null ? <Locked /> : <App api={openApi(token)} />, place);
