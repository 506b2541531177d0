using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Schema;

namespace Simulator.Scenarios.Sources;

/// <summary>Reads a file and the parents that <c>extends:</c> names, and merges them.</summary>
internal sealed class SourceChain(Shape shape, IReadOnlyList<string> notInherited, ProblemList problems)
{
    public const string ExtendsKey = "extends";
    public const int MaxParents = 16;

    private readonly List<string> visited = [];

    /// <summary>The file over its parents, without <c>extends:</c>; null when a file could not be read.</summary>
    public MappingNode? Read(string path) => Read(path, new Origin(OriginKind.File, path, 1, 1, 0));

    private MappingNode? Read(string path, Origin start)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            problems.Add(start, "this is not the name of a file", "a scenario file", "name one");
            return null;
        }

        visited.Add(Path.GetFullPath(path));
        string? text = SourceText.Read(path, start, problems);
        SourceNode? root = text is null ? null : YamlTree.Parse(text, start, problems);
        if (root is not MappingNode mapping)
        {
            RefuseRoot(root);
            return null;
        }

        RequireQuestionFirst(mapping, start);
        MappingNode own = mapping with { Entries = [.. mapping.Entries.Where(entry => entry.Key != ExtendsKey)] };
        return mapping.Find(ExtendsKey) is { } extends ? OverParent(own, extends.Value, path, start) : own;
    }

    private void RefuseRoot(SourceNode? root)
    {
        if (root is ScalarNode { IsEmpty: true })
        {
            problems.Add(root.Origin, "nothing is written here", "a scenario", "begin with 'question: …'");
        }
        else if (root is not null)
        {
            problems.Add(
                root.Origin, $"{root.Noun} stands here", "a scenario: keys and values", "begin with 'question: …'");
        }
    }

    // A reader must see what a scenario is about before anything else.
    private void RequireQuestionFirst(MappingNode mapping, Origin start)
    {
        if (start.Layer == 0 && mapping.Find("question") is { } question && mapping.Entries[0] != question)
        {
            problems.Add(
                question.Origin,
                "the question stands below other keys",
                "'question' as the first key",
                "move it to the top");
        }
    }

    private MappingNode? OverParent(MappingNode own, SourceNode extends, string path, Origin start)
    {
        if (ParentPath(extends, path) is not { } parentPath)
        {
            return null;
        }

        MappingNode? parent = Read(parentPath, new Origin(OriginKind.Parent, parentPath, 1, 1, start.Layer + 1));
        if (parent is null)
        {
            return null;
        }

        MappingNode heritage = parent with
        {
            Entries = [.. parent.Entries.Where(entry => !notInherited.Contains(entry.Key))],
        };
        return SourceMerge.Over(heritage, own, shape);
    }

    private string? ParentPath(SourceNode extends, string path)
    {
        const string Expected = "the path of one scenario file, relative to this one";
        if (extends is not ScalarNode { IsEmpty: false, Text: var name } || name.Any(char.IsControl))
        {
            problems.Add(
                extends.Origin, $"{extends.Noun} stands here", Expected, "write for example extends: base.yaml");
            return null;
        }

        if (Path.IsPathRooted(name) || name.Contains('\\'))
        {
            problems.Add(
                extends.Origin,
                $"'{Shorten.Text(name)}' is not a relative path",
                Expected,
                "write it relative, with '/'");
            return null;
        }

        string parent = Beside(path, name);
        if (visited.Contains(Path.GetFullPath(parent)))
        {
            problems.Add(
                extends.Origin,
                $"'{Shorten.Text(name)}' extends itself, directly or through its parents",
                Expected,
                "break the circle");
            return null;
        }

        if (visited.Count > MaxParents)
        {
            problems.Add(
                extends.Origin, $"more than {MaxParents} parents above each other", Expected, "join some of them");
            return null;
        }

        return ExistingParent(extends, name, parent);
    }

    // Without detours such as a/../b, and relative when the file was named so.
    private static string Beside(string path, string name)
    {
        string full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "", name));
        return Path.IsPathRooted(path) ? full : Path.GetRelativePath(Directory.GetCurrentDirectory(), full);
    }

    private string? ExistingParent(SourceNode extends, string name, string parent)
    {
        if (File.Exists(parent))
        {
            return parent;
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(parent)) ?? ".";
        IEnumerable<string> there = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.yaml").Take(1_000).Select(file => Path.GetFileName(file))
            : [];
        string? nearest = NearestName.Of(Path.GetFileName(name), there);
        string hint = nearest is null ? "check the path" : $"did you mean '{nearest}'?";
        problems.Add(
            extends.Origin,
            $"there is no file '{Shorten.Text(name)}'",
            "the path of one scenario file, relative to this one",
            hint);
        return null;
    }
}
