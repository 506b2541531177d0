using System.Text.Json.Nodes;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>A mapping from free names to sections of one kind, read in ordinal order of the names.</summary>
internal sealed class NamedGroups<T>(string noun, Section<T> group, bool isOneRequired = true) : Shape<IReadOnlyList<T>>
    where T : notnull
{
    public const int MaxGroups = 1_000;

    public override string TypeName => "named groups";

    public override string Expectation => $"names, each with {group.Noun} below";

    public override bool MergesByKey => true;

    public override (string Path, ISection Section)? Inner => (".NAME", group);

    public override Shape Under(string key) => group;

    /// <summary>Groups that exist without being written; a file may state some of their keys alone.</summary>
    public IReadOnlyCollection<string> BuiltIn { get; init; } = [];

    public override JsonObject ToJsonSchema()
    {
        JsonObject schema = new()
        {
            ["type"] = "object",
            ["propertyNames"] = new JsonObject { ["pattern"] = "^[a-z][a-z0-9-]{0,31}$" },
            ["additionalProperties"] = group.ToJsonSchema(),
            ["maxProperties"] = MaxGroups,
        };
        if (isOneRequired)
        {
            schema.Add("minProperties", 1);
        }

        if (BuiltIn.Count > 0)
        {
            JsonObject builtIn = [];
            foreach (string name in BuiltIn)
            {
                builtIn.Add(name, Partial());
            }

            schema.Add("properties", builtIn);
        }

        return schema;
    }

    private JsonObject Partial()
    {
        JsonObject schema = group.ToJsonSchema();
        schema.Remove("required");
        return schema;
    }

    public override Resolved<IReadOnlyList<T>>? Read(SourceNode node, ReadContext context)
    {
        if (node is not MappingNode mapping)
        {
            context.Add(
                node.Origin, $"{node.Noun} stands here", Expectation, "write a name, a colon, and its keys below");
            return null;
        }

        if (!HasRightSize(mapping, context))
        {
            return null;
        }

        List<T> values = [];
        List<(string, ResolvedNode)> resolved = [];
        foreach (MappingEntry entry in mapping.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            bool isNamed = HasRightName(entry, context);
            if (group.Read(entry.Value, entry.Key, context) is { } read && isNamed)
            {
                values.Add(read.Value);
                resolved.Add((entry.Key, read.Node));
            }
        }

        return values.Count == mapping.Entries.Count
            ? new Resolved<IReadOnlyList<T>>(values, new ResolvedMapping(mapping.Origin, resolved))
            : null;
    }

    private bool HasRightSize(MappingNode mapping, ReadContext context)
    {
        int count = mapping.Entries.Count;
        if (count == 0 && isOneRequired)
        {
            context.Add(
                mapping.Origin, "no group is named here", $"at least one name with {group.Noun}", $"add '{noun}: …'");
        }
        else if (count > MaxGroups)
        {
            context.Add(mapping.Origin, $"{count} groups", $"at most {MaxGroups}", "give one group a larger count");
        }

        return count <= MaxGroups && (count > 0 || !isOneRequired);
    }

    private static bool HasRightName(MappingEntry entry, ReadContext context)
    {
        bool isRight = entry.Key.Length <= 32 && char.IsAsciiLetterLower(entry.Key[0])
            && entry.Key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && !new ScalarNode(entry.Origin, entry.Key, IsPlain: true, IsVerbatim: true).IsEmpty;
        if (!isRight)
        {
            context.Add(
                entry.Origin,
                $"'{Shorten.Text(entry.Key)}' cannot name a group",
                "lower-case letters, digits and '-', a letter first, at most 32",
                "rename the group");
        }

        return isRight;
    }
}
