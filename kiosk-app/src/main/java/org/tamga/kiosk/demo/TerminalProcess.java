package org.tamga.kiosk.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A terminal of the demonstration that can be started again after its power was cut. */
final class TerminalProcess {
    private final DemoHome home;
    private final String program;
    private final String terminal;
    private ControlledProcess process;

    private TerminalProcess(DemoHome home, String program, String terminal) throws IOException {
        this.home = home;
        this.program = program;
        this.terminal = terminal;
        this.process = start();
    }

    static TerminalProcess station(DemoHome home) throws IOException {
        return new TerminalProcess(home, "station", DemoHome.OPERATOR);
    }

    static TerminalProcess booth(DemoHome home) throws IOException {
        return new TerminalProcess(home, "booth", DemoHome.BOOTH);
    }

    private ControlledProcess start() throws IOException {
        var arguments = List.of(program, "--home", folder().toString(), "--control");
        return ControlledProcess.start(terminal, home.launcher(), home.log(), arguments);
    }

    Path folder() {
        return home.terminal(terminal);
    }

    ControlledProcess process() {
        return process;
    }

    void restart() throws IOException {
        process = start();
    }

    /** Two officials enter their codes. */
    void unlock() throws IOException {
        var command = process.command("sign-in");
        var codes = command.putArray("codes");
        for (var code : home.secrets().subList(0, 2)) {
            codes.addObject().put("official", code.official()).put("code", code.code());
        }
        process.ask(command);
    }
}
