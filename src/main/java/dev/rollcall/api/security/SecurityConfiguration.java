package dev.rollcall.api.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.run.database.DataFolder;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/**
 * Every address asks for the administrator, but health and metrics, which tell nothing about a person, and webhooks, which
 * are signed.
 *
 * <p>No session and no cookie: so no request of another site can borrow a login, and no CSRF token is needed.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {
    @Bean
    Administrator administrator(Environment environment, DataFolder data) throws IOException {
        return new Administrator(AdminPassword.read(environment, data));
    }

    @Bean
    RunningServerFile runningServerFile(DataFolder data) {
        return new RunningServerFile(data, Secret.random());
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, Administrator administrator, RunningServerFile running, ObjectMapper json)
            throws Exception {
        AuthenticationEntryPoint unauthorized = (request, response, failure) -> refuse(response, json);
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(EndpointRequest.to("health", "info", "prometheus"))
                        .permitAll()
                        // they are signed
                        .requestMatchers(HttpMethod.POST, "/api/webhooks/*")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .authenticationProvider(administrator)
                .httpBasic(basic -> basic.authenticationEntryPoint(unauthorized))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(unauthorized))
                .addFilterBefore(new TokenFilter(running.token()), BasicAuthenticationFilter.class)
                .build();
    }

    private static void refuse(HttpServletResponse response, ObjectMapper json) throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNAUTHORIZED, "Give the administrator's name and password (HTTP basic).");
        response.setStatus(problem.getStatus());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"rollcall\", charset=\"UTF-8\"");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
