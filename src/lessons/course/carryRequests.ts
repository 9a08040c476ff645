/** With which request do the steps of lesson 7 begin? */
import type { RequestState } from '../boards/requestBoard.ts'

export const misspelt: RequestState = {
  shows: 'carrying',
  header: 'Authorization',
  scheme: 'bearer',
  credential: 'access',
  check: 'JWTAuthentication',
  user: 'active',
  sent: [],
}

export const rightly = (state: RequestState): RequestState => ({ ...state, scheme: 'Bearer' })

export const lookingUp: RequestState = { ...rightly(misspelt), shows: 'looking up' }
