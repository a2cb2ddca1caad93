import { choosePlatform } from '../platform/choosePlatform.ts'

const root = document.querySelector('#root')
choosePlatform()
root?.setAttribute('data-app-ready', '')
