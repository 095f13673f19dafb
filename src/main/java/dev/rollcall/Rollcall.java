package dev.rollcall;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The runtime. */
@SpringBootApplication
public class Rollcall {
    public static void main(String[] args) {
        SpringApplication.run(Rollcall.class, args);
    }
}
