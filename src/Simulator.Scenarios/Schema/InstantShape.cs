using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>A calendar instant in UTC, read as whole seconds since 1970.</summary>
internal sealed class InstantShape : ScalarShape<long>
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override string TypeName => "instant";

    public override string Example => "2026-01-01T00:00:00Z";

    public override string Expectation => "an instant in UTC from 1970 to 2200 such as 2026-01-01T00:00:00Z";

    public override string Format(long value) =>
        DateTimeOffset.FromUnixTimeSeconds(value).ToString(Pattern, CultureInfo.InvariantCulture);

    public override JsonObject ToJsonSchema() => new()
    {
        ["type"] = "string",
        ["format"] = "date-time",
        ["pattern"] = "^(19[7-9]|20[0-9]|21[0-9])[0-9]-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
    };

    protected override bool TryRead(ScalarNode node, ReadContext context, out long value, out Complaint complaint)
    {
        bool isInstant = DateTimeOffset.TryParseExact(
            node.Text,
            Pattern,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset instant)
            && instant.Year is >= 1970 and < 2200;
        value = isInstant ? instant.ToUnixTimeSeconds() : 0;
        complaint = isInstant
            ? default
            : new($"'{Shorten.Text(node.Text)}' is not an instant", Expectation, "write date, 'T', time and 'Z'");
        return isInstant;
    }
}
