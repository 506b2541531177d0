using Simulator.Scenarios.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Simulator.Scenarios.Sources;

/// <summary>Parses one YAML document into nodes with origins. Every limit is explicit; nothing is expanded.</summary>
/// <remarks>
/// Anchors, aliases, tags and further documents are refused: a scenario says what it means in one place, and a
/// document whose size is multiplied by aliases cannot be written.
/// </remarks>
internal sealed class YamlTree
{
    public const int MaxDepth = 24;
    public const int MaxNodes = 50_000;

    private readonly Parser parser;
    private readonly Origin start;
    private readonly ProblemList problems;
    private int nodes;

    private YamlTree(string text, Origin start, ProblemList problems)
    {
        parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        this.start = start;
        this.problems = problems;
    }

    /// <summary>
    /// The document's root; null when there is none or the syntax is broken, with a problem saying so.
    /// </summary>
    public static SourceNode? Parse(string text, Origin start, ProblemList problems)
    {
        YamlTree tree = new(text, start, problems);
        try
        {
            return tree.Document();
        }
        catch (YamlException e)
        {
            problems.Add(At(start, e.Start), YamlSyntax.Explain(e.Message));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException
            or IndexOutOfRangeException or OverflowException or KeyNotFoundException or NullReferenceException)
        {
            // The library's scanner is not written for hostile input; whatever it stumbles over is a syntax error.
            problems.Add(At(start, tree.parser.Current?.End ?? default), YamlSyntax.Explain(""));
        }

        return null;
    }

    private static Origin At(Origin start, Mark mark) => start.Line == 0
        ? start
        : start with { Line = (int)Math.Max(mark.Line, 1), Column = (int)Math.Max(mark.Column, 1) };

    private SourceNode? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            problems.Add(start, "nothing is written here", "a scenario", "begin with 'question: …'");
            return null;
        }

        parser.Consume<DocumentStart>();
        SourceNode? root = Node(1);
        if (root is null)
        {
            return null;
        }

        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out DocumentStart? second))
        {
            problems.Add(
                At(start, second.Start), "a second document begins", "one scenario in one file", "remove '---'");
        }

        return root;
    }

    // Null only when a limit is broken: reading ends there.
    private SourceNode? Node(int depth)
    {
        if (++nodes > MaxNodes || depth > MaxDepth)
        {
            string limit = depth > MaxDepth ? $"nested more than {MaxDepth} deep" : $"more than {MaxNodes} values";
            problems.Add(
                At(start, parser.Current?.Start ?? default), limit, "a scenario of ordinary size", "simplify it");
            return null;
        }

        if (Take<AnchorAlias>() is { } alias)
        {
            problems.Add(
                At(start, alias.Start),
                $"the alias '*{Shorten.Text(alias.Value.Value)}'",
                "a value",
                "write the value again, or use 'extends'");
            return new ScalarNode(start with { Kind = OriginKind.Refused }, "", IsPlain: true, IsVerbatim: false);
        }

        RefuseProperties();
        if (Take<Scalar>() is { } scalar)
        {
            return Leaf(scalar);
        }

        return Take<SequenceStart>() is { } sequence
            ? Sequence(At(start, sequence.Start), depth)
            : Mapping(At(start, parser.Consume<MappingStart>().Start), depth);
    }

    private void RefuseProperties()
    {
        if (!parser.Accept<ParsingEvent>(out _) || parser.Current is not NodeEvent node)
        {
            return;
        }

        if (!node.Anchor.IsEmpty)
        {
            string anchor = Shorten.Text(node.Anchor.Value);
            problems.Add(
                At(start, node.Start),
                $"the anchor '&{anchor}'",
                "a value",
                "remove it; to share values use 'extends'");
        }

        if (!node.Tag.IsEmpty)
        {
            string tag = node.Tag.IsNonSpecific ? "!" : Shorten.Text(node.Tag.Value);
            problems.Add(
                At(start, node.Start),
                $"the tag '{tag}'",
                "a value",
                "remove it; the kind of a value follows from its key");
        }
    }

    private T? Take<T>()
        where T : ParsingEvent => parser.TryConsume<T>(out T? taken) ? taken : null;

    private ScalarNode Leaf(Scalar scalar)
    {
        bool isPlain = scalar.Style is ScalarStyle.Plain;
        bool isOneLine = scalar.Start.Line == scalar.End.Line;
        int quotes = isPlain ? 0 : 2;
        bool isVerbatim = isOneLine && scalar.End.Index - scalar.Start.Index == scalar.Value.Length + quotes;
        return new ScalarNode(At(start, scalar.Start), scalar.Value, isPlain, isVerbatim);
    }

    private SequenceNode? Sequence(Origin origin, int depth)
    {
        List<SourceNode> items = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (Node(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new SequenceNode(origin, items);
    }

    private MappingNode? Mapping(Origin origin, int depth)
    {
        List<MappingEntry> entries = [];
        Dictionary<string, Origin> seen = new(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(depth + 1) is not { } key || Node(depth + 1) is not { } value)
            {
                return null;
            }

            AddEntry(key, value, entries, seen);
        }

        return new MappingNode(origin, entries);
    }

    private void AddEntry(SourceNode key, SourceNode value, List<MappingEntry> entries, Dictionary<string, Origin> seen)
    {
        if (key is not ScalarNode { Text: var name } || name.Length == 0)
        {
            problems.Add(
                key.Origin, $"{key.Noun} stands where a key is due", "a name and a colon", "write 'key: value'");
        }
        else if (seen.TryGetValue(name, out Origin? first))
        {
            string where = first.Line == 0 ? "before" : $"in line {first.Line}";
            problems.Add(
                key.Origin,
                $"'{Shorten.Text(name)}' is already set {where}",
                "every key once",
                "remove or rename one of the two");
        }
        else
        {
            seen.Add(name, key.Origin);
            entries.Add(new MappingEntry(name, key.Origin, value));
        }
    }
}
