/** The leadership's board (bảng 3–3–3): nine goals, what is behind them, pushed as they change. */
package vn.motcua.web.leadership;
