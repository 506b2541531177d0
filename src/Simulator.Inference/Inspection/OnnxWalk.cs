namespace Simulator.Inference.Inspection;

/// <summary>The state of one walk through an ONNX file.</summary>
internal sealed class OnnxWalk
{
    private const int DeepestGraph = 16;

    // More names than this belong to no model; the limit keeps a hostile file from filling memory.
    private const int MostNames = 10_000;

    public long IrVersion { get; private set; }

    public bool HasGraph { get; private set; }

    public bool ExternalData { get; private set; }

    public SortedDictionary<string, long> Opsets { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> Operators { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>Operators that the file defines itself, as <c>domain.Name</c>.</summary>
    public SortedSet<string> Functions { get; } = new(StringComparer.Ordinal);

    public string? Problem { get; set; }

    /// <summary>The file ends before its own outermost field does.</summary>
    public bool IsTruncated { get; private set; }

    public void Model(ReadOnlySpan<byte> message)
    {
        ProtobufReader reader = new(message);
        while (Problem is null && reader.Next())
        {
            switch (reader.Field)
            {
                case 1: IrVersion = unchecked((long)reader.Number); break;
                case 7: HasGraph = true; Graph(reader.Bytes, 0); break;
                case 8: Opset(reader.Bytes); break;
                case 14: MetadataEntry(reader.Bytes); break;
                case 25: Function(reader.Bytes); break;
            }
        }

        IsTruncated = reader.IsTruncated;

        Finish(reader);
    }

    private void Graph(ReadOnlySpan<byte> message, int depth)
    {
        if (depth > DeepestGraph)
        {
            Problem = $"graphs nested deeper than {DeepestGraph}";
            return;
        }

        ProtobufReader reader = new(message);
        while (Problem is null && reader.Next())
        {
            switch (reader.Field)
            {
                case 1: Node(reader.Bytes, depth); break;
                case 5: Tensor(reader.Bytes); break;
                case 15: SparseTensor(reader.Bytes); break;
            }
        }

        Finish(reader);
    }

    private void Function(ReadOnlySpan<byte> message)
    {
        (string name, string domain) = ("", "");
        ProtobufReader reader = new(message);
        while (Problem is null && reader.Next())
        {
            switch (reader.Field)
            {
                case 1: name = reader.Text; break;
                case 7: Node(reader.Bytes, 0); break;
                case 10: domain = reader.Text; break;
            }
        }

        Functions.Add($"{domain}.{name}");
        Limit(Functions.Count);
        Finish(reader);
    }

    private void Node(ReadOnlySpan<byte> message, int depth)
    {
        (string type, string domain) = ("", "");
        ProtobufReader reader = new(message);
        while (Problem is null && reader.Next())
        {
            switch (reader.Field)
            {
                case 4: type = reader.Text; break;
                case 5: Attribute(reader.Bytes, depth); break;
                case 7: domain = reader.Text; break;
            }
        }

        string name = domain.Length == 0 ? type : $"{domain}.{type}";
        Operators[name] = Operators.GetValueOrDefault(name) + 1;
        Limit(Operators.Count);
        Finish(reader);
    }

    private void Attribute(ReadOnlySpan<byte> message, int depth)
    {
        ProtobufReader reader = new(message);
        while (Problem is null && reader.Next())
        {
            switch (reader.Field)
            {
                case 5 or 10: Tensor(reader.Bytes); break;
                case 6 or 11: Graph(reader.Bytes, depth + 1); break;
                case 22 or 23: SparseTensor(reader.Bytes); break;
            }
        }

        Finish(reader);
    }

    private void SparseTensor(ReadOnlySpan<byte> message)
    {
        ProtobufReader reader = new(message);
        while (Problem is null && reader.Next())
        {
            if (reader.Field is 1 or 2)
            {
                Tensor(reader.Bytes);
            }
        }

        Finish(reader);
    }

    private void Tensor(ReadOnlySpan<byte> message)
    {
        ProtobufReader reader = new(message);
        while (reader.Next())
        {
            // 13: the list of places elsewhere; 14: the statement that the data are elsewhere.
            ExternalData |= reader.Field == 13 || (reader.Field == 14 && reader.Number != 0);
        }

        Finish(reader);
    }

    private void Opset(ReadOnlySpan<byte> message)
    {
        (string domain, long version) = ("", 0);
        ProtobufReader reader = new(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: domain = reader.Text; break;
                case 2: version = unchecked((long)reader.Number); break;
            }
        }

        Opsets[domain] = version;
        Limit(Opsets.Count);
        Finish(reader);
    }

    private void MetadataEntry(ReadOnlySpan<byte> message)
    {
        (string key, string value) = ("", "");
        ProtobufReader reader = new(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: key = reader.Text; break;
                case 2: value = reader.Text; break;
            }
        }

        Metadata[key] = value;
        Limit(Metadata.Count);
        Finish(reader);
    }

    private void Limit(int names)
    {
        if (names > MostNames)
        {
            Problem ??= $"more than {MostNames} different names";
        }
    }

    private void Finish(ProtobufReader reader)
    {
        if (reader.Failed)
        {
            Problem ??= "a field is cut off or malformed";
        }
    }
}
