namespace Simulator.Scenarios.Quantities;

/// <summary>What a quantity measures.</summary>
public enum Dimension
{
    Unset = 0,

    /// <summary>A plain number.</summary>
    Count,

    /// <summary>A fraction; one is the whole.</summary>
    Ratio,

    /// <summary>Base unit: nanosecond.</summary>
    Time,

    /// <summary>Base unit: atto-OPG.</summary>
    Opg,

    /// <summary>The payment chain's native coin, for fees. Base unit: wei.</summary>
    Ether,

    /// <summary>Base unit: US dollar.</summary>
    Usd,

    /// <summary>Base unit: events per nanosecond.</summary>
    Rate,

    /// <summary>Base unit: byte.</summary>
    Bytes,

    /// <summary>Base unit: bit per second.</summary>
    BitRate,
}
