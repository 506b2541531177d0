namespace Simulator.Economics.Policies;

/// <summary>What becomes of OPG that was bought back.</summary>
public enum BuybackUse
{
    Unset = 0,
    Keep,
    Burn,
}
