namespace Simulator.Protocol.X402.Sessions;

/// <summary>Texts of the error member in a 402 body that carries no new requirements.</summary>
public static class SessionErrors
{
    public const string ExpiredOrExhausted = "Session expired or exhausted";
    public const string DeadlineTooSoon = "Payment authorization deadline missing or too soon";
}
