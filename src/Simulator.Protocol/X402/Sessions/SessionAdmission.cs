namespace Simulator.Protocol.X402;

/// <summary>Whether a request is served on a session. A closed family.</summary>
public abstract record SessionAdmission
{
    private SessionAdmission()
    {
    }

    /// <summary>Serve it; the answer carries the session's id in <see cref="X402Protocol.SessionHeader"/>.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="IsNew">This request opened it.</param>
    public sealed record Granted(GatewaySession Session, bool IsNew) : SessionAdmission;

    /// <summary>Answer <see cref="SessionReply"/>.</summary>
    public sealed record Refused(SessionRefusal Refusal) : SessionAdmission;
}
