namespace Simulator.Economics.Epochs;

/// <summary>Why OPG moves in an epoch.</summary>
public enum FlowCause
{
    Genesis = 0,
    Unlock,
    Purchase,
    Payment,
    Emission,
    Sale,
    Bond,
    Unbond,
    Exit,
    Buyback,
    Burn,
    Programme,
    WashTrade,
}
