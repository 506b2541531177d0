namespace Simulator.Actors.Facilitators.Frauds;

/// <summary>Ways in which facilitators and their heartbeat relays cheat.</summary>
public enum FacilitatorFraudKind
{
    Unset = 0,
    Overcharge,
    Redirect,
    Delay,
    Censorship,
    HeartbeatWithheld,
}
