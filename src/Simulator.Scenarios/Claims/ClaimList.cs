using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios.Claims;

/// <summary>Every value of the model that says something about the world.</summary>
internal static class ClaimList
{
    /// <summary>In the order of their ids.</summary>
    public static IReadOnlyList<ClaimedValue> All() =>
    [
        .. Defaults("", ScenarioSection.Both)
            .Concat(Presets())
            .Concat(FixedValues.All)
            .OrderBy(value => value.Claim.Id, StringComparer.Ordinal),
    ];

    private static IEnumerable<ClaimedValue> Defaults(string path, ISection section)
    {
        foreach (Key key in section.Keys)
        {
            string keyPath = path.Length == 0 ? key.Name : $"{path}.{key.Name}";
            if (key is { Claim: { } claim, Default: { } standard })
            {
                yield return new ClaimedValue(claim, key.Documentation.TrimEnd('.'), standard, keyPath);
            }

            IEnumerable<ClaimedValue> below = key.Shape.Inner is { } inner
                ? Defaults(keyPath + inner.Path, inner.Section)
                : [];
            foreach (ClaimedValue value in below)
            {
                yield return value;
            }
        }
    }

    private static IEnumerable<ClaimedValue> Presets() => HardwareSection.Presets.Select(preset =>
        new ClaimedValue(
            preset.Claim,
            $"The machine `{preset.Name}`: requests at a time, one inference, one signature",
            preset.Text.Trim('{', '}', ' '),
            $"hardware.{preset.Name}"));
}
