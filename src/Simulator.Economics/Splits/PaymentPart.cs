namespace Simulator.Economics.Splits;

/// <summary>Who may have a share of a payment.</summary>
public enum PaymentPart
{
    Unset = 0,
    Node,
    Verifiers,
    FullNodes,
    Author,
    Storage,
    Facilitator,
    Treasury,
    Burn,
}
