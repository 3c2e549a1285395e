/**
 * The window that holds every screen: theme, header with language switch, rail, status bar,
 * on-screen keyboard.
 *
 * <h2>How a screen is made</h2>
 *
 * A screen is one package with three classes:
 *
 * <ol>
 *   <li>a <b>workflow</b> ({@code CheckInDesk}): what is done, with stores and device ports. It
 *       knows no JavaFX, blocks while it works and answers with sealed results. The window and the
 *       {@code control} line protocol use the same object.
 *   <li>a <b>ViewModel</b> ({@code IdentifyViewModel}): {@code javafx.base} properties and
 *       commands; holds {@link org.tamga.kiosk.i18n.Message}s, never sentences. It takes {@link
 *       org.tamga.kiosk.shell.UiThreads}: {@code threads.run(work, shown)} calls the workflow on a
 *       virtual thread and hands the result back on the UI thread. Tests give it {@code
 *       UiThreads.direct()} and need no toolkit.
 *   <li>a <b>View</b> ({@code IdentifyView implements ScreenView}): builds nodes with {@link
 *       org.tamga.kiosk.shell.Widgets} and binds them; no decision, no store, no device. Every
 *       control that a test touches has an id.
 * </ol>
 *
 * Words come from {@code messages_{ky,kk,ru,en}.properties} (all four, at once), keys begin with
 * the package's name. Sizes are in {@code em}: the shell sets the font size from the window (18 px
 * at 1366×768, 25 px at 1920×1080), so a screen that fits at one size fits at both. A touch target
 * is at least {@code 3.2em} high (style classes {@code button}, {@code big}, {@code primary},
 * {@code danger}, {@code quiet}); surfaces are {@code card}; text is {@code title}, {@code
 * heading}, {@code muted}, {@code number}. Colours only through the names in {@code tamga.css}. A
 * new screen gets a constant in {@link org.tamga.kiosk.shell.Screen}, is handed to {@link
 * org.tamga.kiosk.shell.ShellView}, and joins the screenshot tool.
 */
@NullMarked
package org.tamga.kiosk.shell;

import org.jspecify.annotations.NullMarked;
