using System.Security.Cryptography;
using System.Text;
using Simulator.Primitives;

namespace Simulator.Scenarios.Schema;

/// <summary>Writes resolved values as canonical YAML.</summary>
internal static class ResolvedYaml
{
    /// <summary>The YAML alone: the same settings always give the same bytes.</summary>
    public static string Write(ResolvedNode node) => Join(Lines(node), line => line.Text);

    /// <summary>The YAML with a comment behind every value that says where it came from.</summary>
    public static string WriteWithOrigins(ResolvedNode node)
    {
        List<Line> lines = [.. Lines(node)];
        int column = Math.Min(60, lines.Where(line => line.Origin.Length > 0).Max(line => line.Text.Length));
        return Join(
            lines, line => line.Origin.Length == 0 ? line.Text : $"{line.Text.PadRight(column)}  # {line.Origin}");
    }

    /// <summary>One value on one line, which reads back to the same value.</summary>
    public static string Inline(ResolvedNode node) => node switch
    {
        ResolvedScalar scalar => scalar.Text,
        ResolvedSequence { Items.Count: 0 } => "[]",
        ResolvedSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Inline))}]",
        ResolvedMapping { Entries.Count: 0 } => "{}",
        ResolvedMapping mapping =>
            $"{{ {string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key}: {Inline(entry.Value)}"))} }}",
        _ => throw Invariant.Unreachable(node),
    };

    /// <summary>SHA-256 of the text in UTF-8, in hexadecimal digits.</summary>
    public static string HashOf(string yaml) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml)));

    private static string Join(IEnumerable<Line> lines, Func<Line, string> text)
    {
        StringBuilder yaml = new();
        foreach (Line line in lines)
        {
            yaml.Append(text(line)).Append('\n');
        }

        return yaml.ToString();
    }

    private static IEnumerable<Line> Lines(ResolvedNode root) =>
        ((ResolvedMapping)root).Entries.SelectMany(entry => Lines("", entry.Key + ":", entry.Value));

    private static IEnumerable<Line> Lines(string indent, string head, ResolvedNode node)
    {
        string start = indent + head;
        string inner = indent + "  ";
        return node switch
        {
            ResolvedScalar scalar => [new Line($"{start} {scalar.Text}", scalar.Origin.ToString())],
            ResolvedMapping { Entries.Count: 0 } empty => [new Line(start + " {}", empty.Origin.ToString())],
            ResolvedSequence { Items.Count: 0 } empty => [new Line(start + " []", empty.Origin.ToString())],
            ResolvedMapping mapping =>
                mapping.Entries
                    .SelectMany(entry => Lines(inner, entry.Key + ":", entry.Value))
                    .Prepend(new Line(start, "")),
            ResolvedSequence sequence =>
                sequence.Items.SelectMany(item => Lines(inner, "-", item)).Prepend(new Line(start, "")),
            _ => throw Invariant.Unreachable(node),
        };
    }

    private sealed record Line(string Text, string Origin);
}
