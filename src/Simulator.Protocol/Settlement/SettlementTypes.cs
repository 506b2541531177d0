using Simulator.Primitives;

namespace Simulator.Protocol.Settlement;

/// <summary>The header <c>x-settlement-type</c> as gateways and facilitators read it.</summary>
public static class SettlementTypes
{
    public static string HeaderText(this SettlementType type) => type switch
    {
        SettlementType.Unset => throw Invariant.Unreachable(type),
        SettlementType.Private => "private",
        SettlementType.Batch => "batch",
        SettlementType.Individual => "individual",
    };

    /// <summary>
    /// The gateway's reading: two known misspellings count, anything else and nothing at all mean batch.
    /// </summary>
    public static SettlementType AtGateway(string? header) =>
        Known(header) is var type && type == SettlementType.Unset ? SettlementType.Batch : type;

    /// <summary>The facilitator's reading: the same spellings; anything else is refused.</summary>
    public static bool TryParse(string header, out SettlementType type, out SettlementDataRefusal? refusal)
    {
        type = Known(header);
        refusal = type == SettlementType.Unset
            ? new(SettlementDataError.UnsupportedType, header)
            : null;
        return refusal is null;
    }

    private static SettlementType Known(string? header) => header?.Trim().ToLowerInvariant() switch
    {
        "private" or "pivate" => SettlementType.Private,
        "batch" => SettlementType.Batch,
        "individual" or "inidvidual" => SettlementType.Individual,
        _ => SettlementType.Unset,
    };
}
