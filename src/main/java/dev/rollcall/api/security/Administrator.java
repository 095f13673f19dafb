package dev.rollcall.api.security;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The one user of the API. */
final class Administrator implements AuthenticationProvider {
    static final String NAME = "admin";

    private final Secret password;

    Administrator(Secret password) {
        this.password = password;
    }

    static Authentication authenticated() {
        return UsernamePasswordAuthenticationToken.authenticated(
                NAME, "", List.of(new SimpleGrantedAuthority("ROLE_ADMINISTRATOR")));
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        boolean passwordMatches = password.matches(String.valueOf(authentication.getCredentials()));
        if (passwordMatches && authentication.getName().equals(NAME)) {
            return authenticated();
        }
        throw new BadCredentialsException("wrong name or password");
    }

    @Override
    public boolean supports(Class<?> type) {
        return type == UsernamePasswordAuthenticationToken.class;
    }
}
