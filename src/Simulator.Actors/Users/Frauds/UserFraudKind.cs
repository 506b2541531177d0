namespace Simulator.Actors.Users.Frauds;

/// <summary>Ways in which users cheat.</summary>
public enum UserFraudKind
{
    Unset = 0,
    ReplayedAuthorisation,
    ForgedAuthorisation,
    EmptiedWallet,
    WithdrawnAllowance,
    JunkFlood,
    UnpaidInvoices,
    WashTrading,
}
