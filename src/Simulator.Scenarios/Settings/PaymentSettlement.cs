namespace Simulator.Scenarios.Settings;

/// <summary>How often money moves on chain.</summary>
public enum PaymentSettlement
{
    Unset = 0,

    /// <summary>One authorisation covers many requests and is settled when the session ends.</summary>
    Session,

    /// <summary>Every request has its own authorisation and its own settlement.</summary>
    PerRequest,
}
