namespace Simulator.Protocol.Tests.Corruption;

/// <summary>One message of the committed table.</summary>
internal sealed record TableEntry(
    string Message,
    string Note,
    int Bytes,
    int Refused,
    int SameMeaning,
    int NotAuthenticated,
    SortedDictionary<string, int> Refusals,
    IReadOnlyList<TableField> Fields)
{
    public static TableEntry Of(MessageType message, CorruptionCount count) => new(
        message.Name,
        message.Note,
        message.Positions.Count,
        count.Refusals.Values.Sum(),
        count.SameMeaning,
        count.Fields.Values.Sum(),
        new SortedDictionary<string, int>(count.Refusals.ToDictionary(), StringComparer.Ordinal),
        [.. count.Fields.Select(pair => new TableField(pair.Key, pair.Value, ""))]);

    public TableEntry WithReasonsOf(TableEntry? other) => this with
    {
        Fields = [.. Fields.Select(field => field with { Reason = other?.ReasonOf(field.Field) ?? "" })],
    };

    private string? ReasonOf(string name) => Fields.SingleOrDefault(field => field.Field == name)?.Reason;
}
